/** A text in the interface's two languages; Chinese is the first. Its schema stands in `text-schema.ts`: a page that only shows text needs no parser. */
export interface Text { zh: string; en: string }
export type Language = keyof Text;

/** Builds a Text; keeps label tables readable. */
export const text = (zh: string, en: string): Text => ({ zh, en });

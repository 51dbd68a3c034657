import { z } from 'zod';

/** A text in the interface's two languages; Chinese is the first. */
export const textSchema = z.object({ zh: z.string(), en: z.string() });
export type Text = z.infer<typeof textSchema>;
export type Language = keyof Text;

/** Builds a Text; keeps label tables readable. */
export const text = (zh: string, en: string): Text => ({ zh, en });

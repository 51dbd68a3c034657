/** Begins the written source of a place that no file states: it was taken within what is drawn, and gives way to a stated one. */
export const drawnMark = '图形内一点';

/** True for the source of a place that was taken within a drawing. */
export const isDrawn = (source: unknown): boolean => typeof source === 'object' && source !== null && 'text' in source && typeof source.text === 'string' && source.text.startsWith(drawnMark);

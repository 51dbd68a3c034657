import type { LabelKind } from './feature-file.js';

export type Language = 'zh' | 'en';

const kai = '"LXGW WenKai"';
const sans = '"Noto Sans SC Variable"';

/** Families and weights that labels need; the page provides them. */
export const labelFonts = [`500 20px ${sans}`, `700 24px ${kai}`];

/** Font of a label in CSS, with its size in pixels, at a map zoom. `scale` enlarges all names for a large room. */
export function labelFont(kind: LabelKind, zoom: number, language: Language, scale: number): { font: string; size: number; } {
  const base = { village: 15, stream: 18, peak: 14, place: 14, weir: 16 }[kind];
  const growth = { village: 1.15, stream: 2, peak: 0.9, place: 1, weir: 1.2 }[kind];
  const size = Math.round((base + growth * Math.max(0, Math.min(5, zoom - 12))) * (language === 'en' ? 0.92 : 1) * scale);
  const family = kind === 'village' ? `${sans}, "Noto Sans SC", sans-serif` : `${kai}, ${sans}, serif`;
  const weight = kind === 'village' ? 500 : 700;
  const slant = language === 'en' && kind === 'stream' ? 'italic ' : '';
  return { font: `${slant}${weight} ${size}px ${family}`, size };
}

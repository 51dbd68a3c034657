import type { LabelKind } from './feature-file.js';
import type { Bilingual } from './pack.js';
import { palettes, type BasemapStyle } from './palette.js';

export type Language = 'zh' | 'en';

const kai = '"LXGW WenKai"';
const sans = '"Noto Sans SC Variable"';

/** Families and weights that labels need; the page provides them. */
const labelFonts = [`500 20px ${sans}`, `700 24px ${kai}`];

/** Asks for the letters of some names; null where all of them are there, else settles when they have come or cannot be had. */
export function labelFontsReady(labels: readonly { readonly text: Bilingual }[]): Promise<unknown> | null {
  const text = labels.map(({ text: { zh, en } }) => zh + en).join('') + '0123456789';
  if (labelFonts.every((font) => document.fonts.check(font, text))) return null;
  return Promise.allSettled(labelFonts.map((font) => document.fonts.load(font, text)));
}

/** What is named: the kinds of the pack's labels, and the heights written on contours. */
export type NameKind = LabelKind | 'height';

/** How a name is written: its font in CSS, its size, the gap between characters, and the halo's width, all in CSS pixels. */
export interface Lettering { readonly font: string; readonly size: number; readonly gap: number; readonly halo: number }

const sizes: Record<NameKind, readonly [atZoom12: number, byZoom: number]> = {
  township: [34, 0], village: [15, 1.15], stream: [17, 1.9], peak: [14.5, 0.8], place: [14.5, 0.9], weir: [15.5, 1.2], height: [11.5, 0.3],
};

/** Width of the halo in sizes of the letters. Summits stand on the darkest ground, in the thinnest strokes. */
const haloOf: Record<Exclude<NameKind, 'height'>, number> = { township: 0.16, village: 0.2, stream: 0.2, peak: 0.32, place: 0.3, weir: 0.24 };

/** The lettering of a kind of name at a map zoom. `scale` enlarges all names, for a large room or for print. */
export function letteringOf(kind: NameKind, zoom: number, language: Language, scale: number): Lettering {
  const [base, growth] = sizes[kind];
  const size = Math.round((base + growth * Math.max(0, Math.min(5, zoom - 12))) * (language === 'en' ? 0.92 : 1) * scale);
  const isSans = kind === 'village' || kind === 'height';
  const family = isSans ? `${sans}, "Noto Sans SC", sans-serif` : `${kai}, ${sans}, serif`;
  const slant = language === 'en' && kind === 'stream' ? 'italic ' : '';
  const spread = { township: language === 'zh' ? 0.42 : 0.1, village: 0.05, stream: language === 'zh' ? 0.75 : 0.1, peak: 0.04, place: 0.06, weir: 0.06, height: 0 }[kind];
  return {
    font: `${slant}${isSans ? 500 : 700} ${size}px ${family}`, size, gap: size * spread,
    halo: kind === 'height' ? 2.4 * scale : size * haloOf[kind],
  };
}

/** Colours of a name: its letters and what keeps them clear of the ground. `onWater` is for names written into the stream itself. */
export function inkOf(kind: NameKind, style: BasemapStyle, onWater: boolean): { readonly fill: string; readonly halo: string; readonly haloShare: number } {
  const { label, halo, waterName, streamEdge } = palettes[style];
  if (onWater) return { fill: waterName, halo: streamEdge, haloShare: 0.55 };
  return { fill: label[kind], halo, haloShare: kind === 'stream' || kind === 'height' ? 0.72 : kind === 'peak' || kind === 'place' ? 0.92 : 0.86 };
}

import { categories, type Category } from '../../data/schema/vocabularies.js';

/** The colours that the canvas draws with, read from the page's tokens: a canvas knows no CSS variables. */
export interface Look {
  readonly category: Readonly<Record<Category, string>>;
  readonly raised: string;
  readonly ink: string;
  readonly onStrong: string;
  readonly halo: string;
  readonly focus: string;
  readonly shadow: string;
  readonly dark: boolean;
}

/** Reads the look in force. */
export function readLook(): Look {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    category: Object.fromEntries(categories.values.map((value) => [value, token(value)])) as Record<Category, string>,
    raised: token('raised'), ink: token('ink'), onStrong: token('on-strong'), halo: token('ground'), focus: token('cinnabar'), shadow: token('map-shadow'),
    dark: style.colorScheme === 'dark',
  };
}

/** The family of names on the map, as the page's text. */
export const nameFont = (size: number, weight = 600) => `${weight} ${size}px 'Noto Sans SC Variable', 'Noto Sans SC', sans-serif`;

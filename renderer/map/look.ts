import { categories, type Category } from '../../data/schema/vocabularies.js';

/** The colours that the canvas draws with, read from the page's tokens: a canvas knows no CSS variables. */
export interface Look {
  readonly category: Readonly<Record<Category, string>>;
  /** The category's colour nearer to that of ink, for words. */
  readonly categoryInk: Readonly<Record<Category, string>>;
  readonly raised: string;
  readonly ink: string;
  readonly onStrong: string;
  readonly halo: string;
  readonly focus: string;
  readonly ochre: string;
  readonly shadow: string;
  /** What dims the map around the selected asset; its strength from 0 to 1. */
  readonly shade: (strength: number) => string;
  readonly dark: boolean;
}

const dimmest = { light: 0.52, dark: 0.6 } as const;

/** Red, green, blue and alpha (0 to 255) of a colour written #rrggbb, #rrggbbaa, or short of these. */
export function channelsOf(colour: string): readonly [red: number, green: number, blue: number, alpha: number] {
  const digits = colour.slice(1);
  const pair = digits.length < 6;
  const at = (index: number) => Number.parseInt(pair ? digits.charAt(index).repeat(2) : digits.slice(2 * index, 2 * index + 2), 16);
  return [at(0), at(1), at(2), digits.length === 8 || digits.length === 4 ? at(3) : 255];
}

/** One colour with a share of another in it. */
export function mixed(colour: string, other: string, share: number): string {
  const [one, two] = [channelsOf(colour), channelsOf(other)];
  return `rgb(${[0, 1, 2].map((at) => Math.round(one[at]! + (two[at]! - one[at]!) * share)).join(' ')})`;
}

/** Reads the look in force, of the page or of a part of it that has a look of its own. */
export function readLook(part: Element = document.documentElement): Look {
  const style = getComputedStyle(part);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const dark = style.colorScheme === 'dark';
  const ink = token('ink');
  const [red, green, blue, alpha] = channelsOf(token('veil'));
  const most = (alpha / 255) * (dark ? dimmest.dark : dimmest.light);
  const colours = (of: (category: Category) => string) => Object.fromEntries(categories.values.map((value) => [value, of(value)])) as Record<Category, string>;
  return {
    category: colours(token), categoryInk: colours((category) => mixed(token(category), ink, dark ? 0.3 : 0.45)),
    raised: token('raised'), ink, onStrong: token('on-strong'), halo: token('ground'), focus: token('cinnabar'), ochre: token('ochre'), shadow: token('map-shadow'),
    shade: (strength) => `rgb(${red} ${green} ${blue} / ${(most * strength).toFixed(3)})`,
    dark,
  };
}

/** A name as a canvas is to write it: the fonts for Chinese set a curly apostrophe as wide as a character, which tears an English name apart. */
export const lettersOf = (name: string) => name.replace(/(?<=[A-Za-z])[’‘]/g, '\'');

/** The family of names on the map, as the page's text. */
export const nameFont = (size: number, weight = 600) => `${weight} ${size}px 'Noto Sans SC Variable', 'Noto Sans SC', sans-serif`;

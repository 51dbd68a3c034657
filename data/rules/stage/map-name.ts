/** Wider than this, in letters of Chinese, a name on a wall's map would run over its neighbours and off the screen. */
const widest = 15;
/** A letter of Latin or a digit is about half as wide as one of Chinese. */
const widthOf = (letter: string) => (/[⺀-鿿　-〿＀-￯]/u.test(letter) ? 1 : 0.5);

/** A name as it stands beside its place on the stage's map; a long one is cut, and ends in a sign that says so. The whole name stands in the scene's words. */
export function mapName(name: string): string {
  const letters = [...name];
  let width = 0;
  const end = letters.findIndex((letter) => { width += widthOf(letter); return width > widest; });
  if (end < 0) return name;
  const shown = letters.slice(0, end - 1).join('');
  // Half a word of Latin letters is none.
  const isInWord = /[\p{Script=Latin}\d]$/u.test(shown) && /[\p{Script=Latin}\d]/u.test(letters[end - 1]!);
  return `${(isInWord ? shown.replace(/\s+\S*$/u, '') : shown).trimEnd()}…`;
}

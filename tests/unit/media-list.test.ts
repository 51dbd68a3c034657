import { describe, expect, it } from 'vitest';
import { moved, turnedBy, withAdded, withCaption, withCover, without, withTurned, type MediaList } from '../../data/rules/media/media-list.js';
import { mediaSchema } from '../../data/schema/media.js';

const idOf = (letter: string) => `${letter.repeat(64)}.jpg`;
const photo = (letter: string, more: object = {}) => mediaSchema.parse({ id: idOf(letter), ...more });
const list: MediaList = ['a', 'b', 'c', 'd'].map((letter) => photo(letter));
const order = (photos: MediaList) => photos.map(({ id }) => id[0]).join('');
const ids = (...letters: string[]) => new Set(letters.map(idOf));

describe('the order of photos', () => {
  it('puts one, or several in their own order, before or after another', () => {
    expect(order(moved(list, ids('d'), idOf('b'), 'before'))).toBe('adbc');
    expect(order(moved(list, ids('a'), idOf('c'), 'after'))).toBe('bcad');
    expect(order(moved(list, ids('d', 'a'), idOf('b'), 'after'))).toBe('badc');
  });

  it('stays the very same list when the goal is gone or is moved itself', () => {
    expect(moved(list, ids('a'), idOf('f'), 'after')).toBe(list);
    expect(moved(list, ids('a', 'b'), idOf('b'), 'after')).toBe(list);
  });

  it('has the cover first, and the others as they were', () => {
    expect(order(withCover(list, idOf('c')))).toBe('cabd');
    expect(withCover(list, idOf('f'))).toBe(list);
  });

  it('takes several away, and adds none that is there already', () => {
    expect(order(without(list, ids('b', 'd')))).toBe('ac');
    expect(order(withAdded(list, [photo('b'), photo('e'), photo('e')]))).toBe('abcde');
  });
});

describe('a caption', () => {
  it('is changed in one language and kept in the other', () => {
    const captioned = withCaption(withCaption(list, idOf('b'), 'zh', ' 村口远眺 '), idOf('b'), 'en', 'From the village gate');
    expect(captioned[1]?.caption).toEqual({ zh: '村口远眺', en: 'From the village gate' });
    expect(withCaption(captioned, idOf('b'), 'en', '  ')[1]?.caption).toEqual({ zh: '村口远眺' });
  });

  it('that is emptied leaves the record as it was before there was one', () => {
    expect(withCaption(withCaption(list, idOf('b'), 'zh', '村口'), idOf('b'), 'zh', '')).toEqual(list);
  });
});

describe('a turned photo', () => {
  it('takes the old one’s place with its caption, time and name, but its own file and size', () => {
    const old = photo('a', { caption: { zh: '正面' }, takenAt: '2024-03-08T10:11:12', fileName: 'IMG_1.jpg', width: 640, height: 480, original: idOf('9'), quarterTurns: 3 });
    const turned = photo('f', { width: 480, height: 640, original: idOf('9') });
    expect(withTurned([old, photo('b')], old.id, turned)[0]).toEqual({ ...turned, caption: { zh: '正面' }, takenAt: '2024-03-08T10:11:12', fileName: 'IMG_1.jpg' });
  });

  it('does not stand twice where it turns into one that is there', () => {
    expect(order(withTurned(list, idOf('a'), photo('c')))).toBe('bcd');
  });

  it('counts from how the camera held it', () => {
    expect([turnedBy(photo('a'), 1), turnedBy(photo('a'), -1), turnedBy(photo('a', { quarterTurns: 3 }), 1)]).toEqual([1, 3, 0]);
  });
});

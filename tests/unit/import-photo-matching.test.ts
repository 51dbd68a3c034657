import { describe, expect, it } from 'vitest';
import { createPhotoMatcher, type PhotoSubject } from '../../data/rules/import/match-photos.js';

const subject = (id: string, more: Partial<PhotoSubject> = {}): PhotoSubject => ({ id, name: `资产${id}`, ...more });
/** A place so many metres east of a middle. */
const east = (metres: number) => ({ lng: 119.9 + metres / 96_500, lat: 29.8 });
function matched(subjects: readonly PhotoSubject[], fileName: string, location?: { lng: number; lat: number }) {
  const matcher = createPhotoMatcher();
  for (const entry of subjects) matcher.know(entry);
  return matcher.candidates(fileName, location).map((candidate) => [candidate.assetId, candidate.sure] as const);
}

describe('a photo by where it was taken', () => {
  it('surely shows the asset beside it when no other is about as near', () => {
    expect(matched([subject('a', { location: east(30) }), subject('b', { location: east(150) })], 'IMG_1.jpg', east(0))).toEqual([['a', true], ['b', false]]);
  });
  it('is left open between two assets about as near, and where the nearest is not close', () => {
    expect(matched([subject('a', { location: east(30) }), subject('b', { location: east(-38) })], 'IMG_1.jpg', east(0))).toEqual([['a', false], ['b', false]]);
    expect(matched([subject('a', { location: east(90) })], 'IMG_1.jpg', east(0))).toEqual([['a', false]]);
  });
  it('shows nothing that is farther off than 200 m, and five assets at most', () => {
    expect(matched([subject('a', { location: east(205) })], 'IMG_1.jpg', east(0))).toEqual([]);
    expect(matched(Array.from({ length: 9 }, (_, at) => subject(`a${at}`, { location: east(10 * at) })), 'IMG_1.jpg', east(0))).toHaveLength(5);
  });
  it('shows the field within whose boundary it was taken, however far its middle is', () => {
    const boundary = { type: 'Polygon' as const, coordinates: [[[119.88, 29.78], [119.92, 29.78], [119.92, 29.82], [119.88, 29.82], [119.88, 29.78]]] };
    expect(matched([subject('big', { boundary, location: { lng: 119.918, lat: 29.818 } })], 'IMG_1.jpg', east(0))).toEqual([['big', true]]);
  });
});

describe('a photo by its file’s name', () => {
  const school = subject('school', { name: '茶园岗旧小学校舍', village: '茶园岗村', code: 'QT-2024-001' });
  const house = subject('house', { name: '竹坞159号农房', village: '竹坞村', code: 'NF-2024-032' });
  const other = subject('other', { name: '竹坞59号农房', village: '竹坞村' });
  const halls = ['东山', '里洋', '溪口'].map((name) => subject(name, { name: '文化礼堂', village: `${name}村` }));

  it('surely shows the asset that is named, marks and words beside the name passed over', () => {
    expect(matched([school, house, other], '竹坞_159号农房正面.jpg')).toEqual([['house', true]]);
    expect(matched([school, house, other], '茶园岗_旧小学校舍（远景）.jpg')).toEqual([['school', true]]);
  });
  it('does not take 59号 for 159号, nor 159号 for 1590号', () => {
    expect(matched([other], '竹坞159号农房.jpg')).toEqual([]);
    expect(matched([house], '竹坞1590号农房.jpg')).toEqual([]);
  });
  it('surely shows the asset whose code it holds, however that is written', () => {
    for (const name of ['NF-2024-032 正门.jpg', 'nf2024032.jpg', '正门（NF_2024_032）.JPG']) expect(matched([school, house], name), name).toEqual([['house', true]]);
    expect(matched([house], 'NF-2024-0321.jpg')).toEqual([]);
  });
  it('holds all assets that share the code, and the one that is named as well before them', () => {
    const twin = subject('twin', { name: '青枫岭办公楼', village: '青枫岭村', code: 'QT-2024-001' });
    expect(matched([twin, school], 'QT-2024-001.jpg').map(([, sure]) => sure)).toEqual([false, false]);
    expect(matched([twin, school], 'QT-2024-001 茶园岗旧小学校舍.jpg')).toEqual([['school', true], ['twin', false]]);
  });
  it('is left open where several villages have a thing of that name, unless the village is named too', () => {
    expect(matched(halls, '文化礼堂.jpg').map(([, sure]) => sure)).toEqual([false, false, false]);
    expect(matched(halls, '里洋村文化礼堂1.jpg')).toEqual([['里洋', true]]);
  });
  it('that a camera or chat program gave tells nothing', () => {
    expect(matched([subject('a', { code: '20240926' }), subject('b', { code: '1310' })], 'IMG_20240926_131001.jpg')).toEqual([]);
    expect(matched([subject('a', { code: '20240421080638' })], '微信图片_20240421080638.jpg')).toEqual([]);
  });
  it('is not believed alone when the photo was taken kilometres away', () => {
    expect(matched([{ ...house, location: east(5_000) }], '竹坞159号农房.jpg', east(0))).toEqual([['house', false]]);
  });
});

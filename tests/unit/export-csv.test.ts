import { describe, expect, it } from 'vitest';
import { csvField, csvLine, neutralised } from '../../data/rules/export/csv.js';
import { fileNameOf } from '../../data/rules/export/file-name.js';

describe('text that a spreadsheet could take for a formula', () => {
  it.each([
    ['=1+1', "'=1+1"], ['+86 571', "'+86 571"], ['-a', "'-a"], ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"], ['＋1', "'＋1"], ['－a', "'－a"], ['＠a', "'＠a"],
    ['\t=1', "'\t=1"], ['\r=1', "'\r'=1"], ['\n=1', "'\n'=1"], ['第一行\n=cmd()', "第一行\n'=cmd()"],
    [' =1', "' =1"], ['　=1', "'　=1"], ['\uFEFF=1', "'\uFEFF=1"], ['-2+3+cmd', "'-2+3+cmd"], ['-5\n=1', "'-5\n'=1"],
  ])('%j gets an apostrophe', (given, safe) => {
    expect(neutralised(given)).toBe(safe);
  });
  it.each(['竹坞村', 'a=b', '近村道，可通小车', '2024-03-08', '-5', '-12.50', ''])('%j stays as it is', (given) => {
    expect(neutralised(given)).toBe(given);
  });
});

describe('a CSV field', () => {
  it('is quoted where it holds a comma, a quote, a line end or a blank at its edge', () => {
    expect(['a,b', 'say "x"', 'a\nb', ' a', 'a'].map(csvField)).toEqual(['"a,b"', '"say ""x"""', '"a\nb"', '" a"', 'a']);
  });
  it('keeps numbers as numbers, negative ones too, and leaves nothing empty', () => {
    expect(csvLine([-5.25, 12000, null, 'x'])).toBe('-5.25,12000,,x\r\n');
  });
});

describe('the name of an exported file', () => {
  it('tells township, table, edition and day', () => {
    expect(fileNameOf({ title: '示例乡招商项目一览表', edition: '公开', language: 'zh' }, '2026-11-23', 'xlsx')).toBe('示例乡招商项目一览表（公开）2026-11-23.xlsx');
    expect(fileNameOf({ title: 'Shili: Projects', edition: 'Public', language: 'en' }, '2026-11-23', 'csv')).toBe('Shili Projects (Public) 2026-11-23.csv');
  });
  it('holds no sign that Windows forbids and is never too long', () => {
    const name = fileNameOf({ title: `../..\\a:b*?"<>|\u0000\u202e${'乡'.repeat(300)}`, edition: '公开', language: 'zh' }, '2026-11-23', 'xlsx');
    expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]|^\./u);
    expect(Buffer.byteLength(name)).toBeLessThan(255);
  });
});

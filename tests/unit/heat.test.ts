import { describe, expect, it } from 'vitest';
import { categories } from '../../data/schema/vocabularies.js';
import { densityGrid, fullestSquare, heatStep, heatSteps, heatThresholds } from '../../renderer/map/heat-grid.js';
import { heatFigure, heatWords } from '../../renderer/map/heat-words.js';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('density', () => {
  it('spreads each weight around its place and loses none of it', () => {
    const { values } = densityGrid(Float32Array.of(40.5, 60.2), Float32Array.of(30.5, 30.1), Float32Array.of(1, 3), 100, 60, 4);
    expect(sum(values)).toBeCloseTo(4, 4);
    expect(values[30 * 100 + 40]).toBeLessThan(values[30 * 100 + 60]!);
    expect(values[0]).toBe(0);
  });

  it('is a bell of the width asked for, the same to all sides', () => {
    const sigma = 6;
    const { values } = densityGrid(Float32Array.of(50.5), Float32Array.of(50.5), Float32Array.of(1), 101, 101, sigma);
    const peak = values[50 * 101 + 50]!;
    expect(peak * 2 * Math.PI * sigma * sigma).toBeGreaterThan(0.7);
    expect(peak * 2 * Math.PI * sigma * sigma).toBeLessThan(1.1);
    const shareAt = (x: number, y: number) => values[(50 + Math.round(y * sigma)) * 101 + 50 + Math.round(x * sigma)]! / peak;
    for (const [x, y] of [[1, 0], [0, 1], [-1, 0], [0, -1]] as const) {
      expect(Math.abs(shareAt(x, y) - Math.exp(-0.5))).toBeLessThan(0.15);
      expect(Math.abs(shareAt(2 * x, 2 * y) - Math.exp(-2))).toBeLessThan(0.1);
      expect(shareAt(4 * x, 4 * y)).toBe(0);
    }
    let [variance, total] = [0, 0];
    values.forEach((value, at) => { total += value; variance += value * ((at % 101) - 50) ** 2; });
    expect(Math.sqrt(variance / total)).toBeCloseTo(sigma, 0);
  });

  it('counts places beyond the edge where their bell reaches in, and drops those farther off', () => {
    const inside = (x: number) => sum(densityGrid(Float32Array.of(x), Float32Array.of(20), Float32Array.of(1), 40, 40, 4).values);
    expect(inside(-2)).toBeGreaterThan(0.2);
    expect(inside(-2)).toBeLessThan(0.5);
    expect(inside(-60)).toBe(0);
    expect(inside(20)).toBeCloseTo(1, 4);
  });

  it('is nothing for no places', () => {
    expect(sum(densityGrid(new Float32Array(0), new Float32Array(0), new Float32Array(0), 30, 20, 3).values)).toBe(0);
  });

  it('ends its scale at the fullest square of all, wherever the map looks', () => {
    expect(fullestSquare(Float64Array.of(1.1, 1.4, 5, 9), Float64Array.of(2.2, 2.9, 5, 9), Float32Array.of(1, 1, 1.5, 1), 1)).toBe(2);
    expect(fullestSquare(new Float64Array(0), new Float64Array(0), new Float32Array(0), 1)).toBe(0);
  });
});

describe('the scale of heat', () => {
  it('rises in five steps, the thinnest left bare', () => {
    expect(heatStep(0)).toBe(-1);
    expect(heatThresholds).toHaveLength(heatSteps);
    expect(heatThresholds.map(heatStep)).toEqual([0, 1, 2, 3, 4]);
    expect(heatStep(3)).toBe(heatSteps - 1);
  });

  it('says what is counted and in what, in both languages, for every category', () => {
    for (const category of [...categories.values, null]) {
      for (const of of ['assets', 'area'] as const) {
        const { title, unit } = heatWords({ category, of });
        for (const words of [title.zh, title.en, unit.zh, unit.en]) expect(words.length).toBeGreaterThan(2);
      }
    }
    expect(heatWords({ category: 'forest', of: 'area' }).unit.zh).toBe('亩/平方公里');
    expect(heatWords({ category: 'house', of: 'area' }).unit.zh).toBe('㎡/平方公里');
  });

  it('gives figures of two digits, woods and fields in 亩', () => {
    expect(heatFigure(1234, { category: null, of: 'assets' })).toBe('1,200');
    expect(heatFigure(0.0456, { category: 'hall', of: 'assets' })).toBe('0.05');
    expect(heatFigure(66_666.7, { category: 'forest', of: 'area' })).toBe('100');
    expect(heatFigure(0, { category: null, of: 'area' })).toBe('0');
  });
});

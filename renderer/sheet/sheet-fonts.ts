import { badgeSizes } from '../map/print/print-marks.js';

/** The faces of a sheet. They are static, so that a document holds them as outlines with their signs, and not as drawings. */
const faces = ['400 16px "LXGW WenKai"', '700 16px "LXGW WenKai"'];
const always = '0123456789.,:°′″公里米千比例尺图例北资产名录制表日期审号示意数据乡村ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Settles when the letters of some words are there, or cannot be had: then the system's serve. */
export const sheetFontsReady = (words: string): Promise<unknown> => Promise.allSettled(faces.map((face) => document.fonts.load(face, always + words)));

const context = document.createElement('canvas').getContext('2d');
const measured = 100;
const widths = new Map<string, number>();

/** The width of a name on the map at a size in CSS pixels. */
export function widthOfName(text: string, size: number): number {
  let width = widths.get(text);
  if (width === undefined) {
    if (context) context.font = `700 ${measured}px "LXGW WenKai", "Noto Sans SC Variable", sans-serif`;
    width = context?.measureText(text).width ?? text.length * measured * badgeSizes.name;
    if (widths.size > 20_000) widths.clear();
    widths.set(text, width);
  }
  return (width / measured) * size;
}

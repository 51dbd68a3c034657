import { chance, type Context2d } from './brush.js';
import { palettes, type BasemapStyle, type Palette } from './palette.js';

const made = new Map<string, OffscreenCanvas>();

function sprite(key: string, width: number, height: number, draw: (context: OffscreenCanvasRenderingContext2D) => void): OffscreenCanvas {
  const kept = made.get(key);
  if (kept) return kept;
  const canvas = new OffscreenCanvas(Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height)));
  const context = canvas.getContext('2d');
  if (context) draw(context);
  made.set(key, canvas);
  return canvas;
}

/** Paper: fibres and flecks on a clear ground, 256 pixels square, without a seam at its edges. */
export function grainSprite(style: BasemapStyle): OffscreenCanvas {
  return sprite(`grain ${style}`, 256, 256, (context) => {
    context.strokeStyle = context.fillStyle = palettes[style].grain;
    for (let k = 0; k < 2600; k++) {
      context.globalAlpha = 0.05 + 0.09 * chance(k, 3, 1);
      context.fillRect(Math.floor(chance(k, 1, 1) * 256), Math.floor(chance(k, 2, 1) * 256), 1, 1);
    }
    context.lineWidth = 0.7;
    for (let k = 0; k < 120; k++) {
      const [x, y, angle, length] = [chance(k, 4, 2) * 256, chance(k, 5, 2) * 256, chance(k, 6, 2) * 6.3, 5 + chance(k, 7, 2) * 16];
      context.globalAlpha = 0.05 + 0.07 * chance(k, 8, 2);
      for (const [shiftX, shiftY] of [[0, 0], [256, 0], [-256, 0], [0, 256], [0, -256]] as const) {
        context.beginPath();
        context.moveTo(x + shiftX, y + shiftY);
        context.quadraticCurveTo(x + shiftX + Math.cos(angle) * length * 0.5 + 2, y + shiftY + Math.sin(angle) * length * 0.5 - 2, x + shiftX + Math.cos(angle) * length, y + shiftY + Math.sin(angle) * length);
        context.stroke();
      }
    }
  });
}

function crown(context: Context2d, x: number, y: number, radius: number, [deep, light]: readonly [string, string]): void {
  context.fillStyle = deep;
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  context.fill();
  context.fillStyle = light;
  context.globalAlpha = 0.75;
  context.beginPath();
  context.arc(x - radius * 0.28, y - radius * 0.32, radius * 0.55, 0, 7);
  context.fill();
  context.globalAlpha = 1;
}

const shapes: readonly ((context: Context2d, unit: number, colours: readonly [string, string], variant: number) => void)[] = [
  (context, unit, colours, variant) => {
    crown(context, 0, 0, unit * 0.42, colours);
    crown(context, unit * (0.24 - 0.1 * variant), unit * 0.14, unit * 0.26, colours);
    crown(context, -unit * 0.24, unit * (0.06 + 0.08 * variant), unit * 0.25, colours);
  },
  (context, unit, [deep, light], variant) => {
    // Pine as the old scrolls dot it: flat layers, the upper ones smaller.
    for (let layer = 0; layer < 3; layer++) {
      const spread = unit * (0.46 - layer * 0.11);
      context.fillStyle = layer === 2 ? light : deep;
      context.globalAlpha = layer === 2 ? 0.8 : 1;
      context.beginPath();
      context.ellipse((variant - 1) * unit * 0.05 * layer, unit * (0.2 - layer * 0.22), spread, spread * 0.42, 0, 0, 7);
      context.fill();
    }
    context.globalAlpha = 1;
  },
  (context, unit, [deep, light], variant) => {
    context.lineCap = 'round';
    for (let stem = 0; stem < 7; stem++) {
      const angle = -2.9 + stem * 0.46 + variant * 0.1;
      context.strokeStyle = stem % 2 ? light : deep;
      context.lineWidth = unit * 0.12;
      context.beginPath();
      context.moveTo(0, unit * 0.25);
      context.quadraticCurveTo(Math.cos(angle) * unit * 0.25, Math.sin(angle) * unit * 0.5, Math.cos(angle) * unit * 0.46, Math.sin(angle) * unit * 0.36);
      context.stroke();
    }
  },
];

/** A tree of one kind (1 broadleaf, 2 pine, 3 bamboo), about `unit` pixels wide, in the middle of a picture twice as wide. */
export function treeSprite(style: BasemapStyle, palette: Palette, kind: number, variant: number, unit: number): OffscreenCanvas {
  return sprite(`tree ${style} ${kind} ${variant} ${unit}`, unit * 2, unit * 2, (context) => {
    context.translate(unit, unit);
    context.fillStyle = palette.treeShadow;
    context.beginPath();
    context.ellipse(unit * 0.16, unit * 0.24, unit * 0.46, unit * 0.3, 0.5, 0, 7);
    context.fill();
    shapes[kind - 1]?.(context, unit, palette.trees[kind - 1] ?? ['#000', '#000'], variant);
  });
}

/** Side of a piece of canopy in CSS pixels. */
export const canopySide = 512;

/** A square of woods of one kind that repeats without a seam, for zooms 14 to 16. */
export function canopySprite(style: BasemapStyle, palette: Palette, kind: number, level: number, pixelRatio: number): OffscreenCanvas {
  const side = canopySide * pixelRatio;
  return sprite(`canopy ${style} ${kind} ${level} ${pixelRatio}`, side, side, (context) => {
    const cells = [85, 68, 51][level - 14] ?? 51;
    const step = side / cells;
    const alpha = [0.34, 0.46, 0.58][level - 14] ?? 0.58;
    for (let row = -2; row < cells + 2; row++)
      for (let column = -2; column < cells + 2; column++) {
        // Trees at one edge come back at the other.
        const [a, b] = [(column + cells) % cells, (row + cells) % cells];
        const luck = chance(a, b, 1);
        if (luck > 0.86) continue;
        const picture = treeSprite(style, palette, kind, Math.floor(luck * 3.7), Math.max(3, Math.round(step * 1.1)));
        const width = picture.width * (0.6 + 0.75 * chance(a, b, 6));
        context.globalAlpha = alpha + 0.16 * chance(a, b, 7);
        context.drawImage(picture, (column + chance(a, b, 2)) * step - width / 2, (row + chance(a, b, 3)) * step - width / 2, width, width);
      }
  });
}

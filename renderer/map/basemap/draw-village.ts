import { chance, type Brush } from './brush.js';
import type { Features, Oblong } from './features.js';

/** Houses: brown specks far out; white walls, dark tiles and a lit ridge close up, as villages of the region are built. */
export function drawBuildings(brush: Brush, features: Features): void {
  const { context, palette, zoom, metre, west, north, scale } = brush;
  if (zoom < 12) return;
  const buildings = features.buildings.within(brush.box(24)).sort((a, b) => a.y - b.y);
  const detailed = zoom >= 14.5;
  for (const building of buildings) {
    const least = building.kind === 2 ? 3.6 : zoom < 13 ? 1.5 : 2.3;
    const width = Math.max(building.width * metre, least);
    const depth = Math.max(building.depth * metre, least * 0.8);
    context.save();
    context.translate((building.x - west) * scale, (building.y - north) * scale);
    if (detailed) {
      // The shadow falls to the south-east whatever way the house faces.
      context.translate(2.2 * metre, 2.4 * metre);
      context.rotate(building.angle);
      context.fillStyle = palette.buildingShadow;
      context.fillRect(-width / 2, -depth / 2, width, depth);
      context.rotate(-building.angle);
      context.translate(-2.2 * metre, -2.4 * metre);
    }
    context.rotate(building.angle);
    if (detailed) drawRoof(brush, building, width, depth);
    else {
      context.globalAlpha = zoom < 13 ? 0.7 : 0.86;
      context.fillStyle = building.kind === 2 ? palette.hall : palette.roofFar;
      context.fillRect(-width / 2, -depth / 2, width, depth);
    }
    context.restore();
  }
}

/** Where villages lie, before their houses can be seen. */
export function drawVillageDots({ context, palette, zoom, west, north, scale, width, height }: Brush, features: Features): void {
  if (zoom < 10.5 || zoom >= 12) return;
  for (const { kind, x: worldX, y: worldY } of features.labels) {
    const [x, y] = [(worldX - west) * scale, (worldY - north) * scale];
    if (kind !== 'village' || x < -8 || y < -8 || x > width + 8 || y > height + 8) continue;
    context.fillStyle = palette.halo;
    context.beginPath();
    context.arc(x, y, 3.6, 0, 7);
    context.fill();
    context.fillStyle = palette.roofFar;
    context.beginPath();
    context.arc(x, y, 2.3, 0, 7);
    context.fill();
  }
}

/** At night a warm light hangs over each village, and close up over each house that is awake. */
export function drawLamps({ context, palette, zoom, metre, west, north, scale, width, height, box }: Brush, features: Features): void {
  if (palette.lamp === null || zoom < 11) return;
  const glow = (x: number, y: number, radius: number, strength: number) => {
    if (x < -radius || y < -radius || x > width + radius || y > height + radius) return;
    const light = context.createRadialGradient(x, y, 0, x, y, radius);
    light.addColorStop(0, `rgba(${palette.lamp},${strength})`);
    light.addColorStop(0.45, `rgba(${palette.lamp},${strength * 0.36})`);
    light.addColorStop(1, `rgba(${palette.lamp},0)`);
    context.fillStyle = light;
    context.fillRect(x - radius, y - radius, radius * 2, radius * 2);
  };
  context.save();
  context.globalCompositeOperation = 'lighter';
  if (zoom < 15) {
    for (const { kind, x, y } of features.labels) if (kind === 'village') glow((x - west) * scale, (y - north) * scale, Math.max(16, 330 * metre), 0.34);
  } else {
    for (const { x, y, width } of features.buildings.within(box(60)))
      if (chance(Math.floor(x * 1e8), Math.floor(y * 1e8), 41) < 0.5) glow((x - west) * scale + width * 0.2 * metre, (y - north) * scale + 4 * metre, 15 * metre, 0.3);
  }
  context.restore();
}

/** A house seen from above as the region builds them: white gables that stand over the roof at both ends, rows of dark tiles, a light well. */
function drawRoof({ context, palette, metre, zoom }: Brush, building: Oblong, width: number, depth: number): void {
  const wall = Math.max(0.8, 0.7 * metre);
  const close = zoom >= 16.5;
  if (close) {
    // Stone laid around the house, a little wider before its door.
    const apron = (building.kind === 2 ? 4 : 1.7) * metre;
    context.fillStyle = palette.paving;
    context.globalAlpha = 0.85;
    context.fillRect(-width / 2 - apron, -depth / 2 - apron, width + 2 * apron, depth + 2 * apron + (building.kind > 0 ? 2.5 * metre : 0));
    context.globalAlpha = 1;
  }
  context.fillStyle = palette.wall;
  context.fillRect(-width / 2 - wall, -depth / 2 - wall, width + wall * 2, depth + wall * 2);
  const facesNorth = Math.cos(building.angle) > 0;
  context.fillStyle = facesNorth ? palette.roofLit : palette.roof;
  context.fillRect(-width / 2, -depth / 2, width, depth / 2);
  context.fillStyle = facesNorth ? palette.roof : palette.roofLit;
  context.fillRect(-width / 2, 0, width, depth / 2);
  if (close) {
    context.strokeStyle = palette.roofRidge;
    context.globalAlpha = 0.3;
    context.lineWidth = Math.max(0.6, 0.16 * metre);
    context.beginPath();
    const row = Math.max(2.4, 0.8 * metre);
    for (let x = -width / 2 + row; x < width / 2 - 1; x += row) {
      context.moveTo(x, -depth / 2);
      context.lineTo(x, depth / 2);
    }
    context.stroke();
    context.globalAlpha = 1;
    // Gables like a horse's head: white walls in steps above the tiles.
    context.fillStyle = palette.wall;
    const thick = Math.max(1.4, 0.9 * metre);
    for (const end of [-1, 1]) {
      const x = end < 0 ? -width / 2 - wall : width / 2 + wall - thick;
      context.fillRect(x, -depth / 2 - wall, thick, depth + 2 * wall);
      context.fillRect(x - thick * 0.25, -depth * 0.3, thick * 1.5, depth * 0.6);
      context.fillRect(x - thick * 0.5, -depth * 0.13, thick * 2, depth * 0.26);
    }
  }
  context.strokeStyle = building.kind === 2 ? palette.hall : palette.roofRidge;
  context.lineWidth = building.kind === 2 ? Math.max(1.4, 1.1 * metre) : Math.max(0.8, 0.5 * metre);
  context.beginPath();
  context.moveTo(-width / 2 + (close ? metre : 0), 0);
  context.lineTo(width / 2 - (close ? metre : 0), 0);
  context.stroke();
  if (building.kind > 0) drawLightWell(context, palette, width, depth, metre, close);
}

/** The light well of a house round a courtyard: inner eaves, flagstones, and a jar of water. */
function drawLightWell(context: Brush['context'], palette: Brush['palette'], width: number, depth: number, metre: number, close: boolean): void {
  const [yardWidth, yardDepth] = [width * 0.36, depth * 0.4];
  context.fillStyle = palette.roofRidge;
  context.fillRect(-yardWidth / 2 - 0.5 * metre, -yardDepth / 2 - 0.5 * metre, yardWidth + metre, yardDepth + metre);
  context.fillStyle = palette.courtyard;
  context.fillRect(-yardWidth / 2, -yardDepth / 2, yardWidth, yardDepth);
  context.strokeStyle = palette.roof;
  context.lineWidth = Math.max(0.6, 0.3 * metre);
  context.strokeRect(-yardWidth / 2, -yardDepth / 2, yardWidth, yardDepth);
  if (!close || yardWidth < 7) return;
  context.globalAlpha = 0.3;
  context.lineWidth = 0.6;
  context.beginPath();
  for (let share = 1; share < 4; share += 1) {
    context.moveTo(-yardWidth / 2 + (yardWidth * share) / 4, -yardDepth / 2);
    context.lineTo(-yardWidth / 2 + (yardWidth * share) / 4, yardDepth / 2);
    context.moveTo(-yardWidth / 2, -yardDepth / 2 + (yardDepth * share) / 4);
    context.lineTo(yardWidth / 2, -yardDepth / 2 + (yardDepth * share) / 4);
  }
  context.stroke();
  context.globalAlpha = 1;
  context.fillStyle = palette.stream;
  context.beginPath();
  context.arc(yardWidth * 0.26, yardDepth * 0.22, Math.max(1, 0.55 * metre), 0, 7);
  context.fill();
}

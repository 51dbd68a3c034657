import type { Brush } from './brush.js';
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

function drawRoof({ context, palette, metre, zoom }: Brush, building: Oblong, width: number, depth: number): void {
  const wall = Math.max(0.8, 0.7 * metre);
  context.fillStyle = palette.wall;
  context.fillRect(-width / 2 - wall, -depth / 2 - wall, width + wall * 2, depth + wall * 2);
  const facesNorth = Math.cos(building.angle) > 0;
  context.fillStyle = facesNorth ? palette.roofLit : palette.roof;
  context.fillRect(-width / 2, -depth / 2, width, depth / 2);
  context.fillStyle = facesNorth ? palette.roof : palette.roofLit;
  context.fillRect(-width / 2, 0, width, depth / 2);
  if (zoom >= 16.5) {
    context.strokeStyle = palette.roofRidge;
    context.globalAlpha = 0.26;
    context.lineWidth = 0.7;
    context.beginPath();
    for (let x = -width / 2 + 2.6; x < width / 2; x += Math.max(2.6, 0.9 * metre)) {
      context.moveTo(x, -depth / 2);
      context.lineTo(x, depth / 2);
    }
    context.stroke();
    context.globalAlpha = 1;
  }
  context.strokeStyle = building.kind === 2 ? palette.hall : palette.roofRidge;
  context.lineWidth = building.kind === 2 ? Math.max(1.4, 1.3 * metre) : Math.max(0.8, 0.6 * metre);
  context.beginPath();
  context.moveTo(-width / 2, 0);
  context.lineTo(width / 2, 0);
  context.stroke();
  if (building.kind > 0) {
    const [yardWidth, yardDepth] = [width * 0.34, depth * 0.36];
    context.fillStyle = palette.courtyard;
    context.fillRect(-yardWidth / 2, -yardDepth / 2, yardWidth, yardDepth);
    context.strokeStyle = palette.roof;
    context.lineWidth = Math.max(0.6, 0.35 * metre);
    context.strokeRect(-yardWidth / 2, -yardDepth / 2, yardWidth, yardDepth);
  }
}

import type { Mark } from './clusters.js';
import { clusterRadius, pinDrop, pinRadius } from './mark-size.js';
import type { Box } from './name-places.js';
import { worldSize } from './world.js';

/** A mark's round part on the screen: discs give way to each other, heads of pins to discs and to each other. */
interface Body { x: number; y: number; readonly radius: number; readonly disc: boolean; readonly x0: number; readonly y0: number }

/** Space between two discs, in pixels. */
const gap = 3;
/** Two pins may overlap so far that both signs can be read. */
const betweenPins = 24;
/** How far a mark may be moved from its place. */
const farthest = { disc: 34, pin: 16 } as const;
const turns = 12;
const cell = 96;

/**
 * Moves marks a little so that no count is covered: each gives way to its neighbours alone, so a mark's place does not depend on what lies far
 * off. `zoom` is the least at which the marks are shown; closer, they are farther apart still. A mark that need not move stays the same object.
 */
export function keptApart(marks: readonly Mark[], zoom: number): Mark[] {
  if (marks.length < 2) return [...marks];
  const scale = worldSize(zoom);
  const bodies = marks.map((mark): Body => {
    const disc = mark.kind === 'cluster';
    const x = mark.x * scale + (mark.fan?.x ?? 0);
    const y = mark.y * scale + (mark.fan?.y ?? 0) - (disc ? 0 : pinRadius.plain * pinDrop);
    return { x, y, radius: disc ? clusterRadius(mark.count) : pinRadius.plain, disc, x0: x, y0: y };
  });
  const pairs = closePairs(bodies);
  for (let turn = 0; turn < turns && pairs.length > 0; turn += 1) {
    let moved = false;
    for (let at = 0; at < pairs.length; at += 2) if (part(bodies[pairs[at]!]!, bodies[pairs[at + 1]!]!)) moved = true;
    if (!moved) break;
  }
  return marks.map((mark, at) => {
    const { x, y, x0, y0 } = bodies[at]!;
    if (x === x0 && y === y0) return mark;
    return { ...mark, fan: { x: (mark.fan?.x ?? 0) + x - x0, y: (mark.fan?.y ?? 0) + y - y0 } };
  });
}

const wanted = (one: Body, other: Body) => {
  if (one.disc && other.disc) return one.radius + other.radius + gap;
  if (!one.disc && !other.disc) return betweenPins;
  return (one.disc ? one : other).radius + 8;
};

/** Numbers of bodies near enough that they might touch after moving, two by two. */
function closePairs(bodies: readonly Body[]): number[] {
  const cells = new Map<number, number[]>();
  const pairs: number[] = [];
  const key = (column: number, row: number) => row * 67_108_864 + column;
  bodies.forEach((body, at) => {
    const [column, row] = [Math.floor(body.x / cell), Math.floor(body.y / cell)];
    for (let y = row - 1; y <= row + 1; y += 1) {
      for (let x = column - 1; x <= column + 1; x += 1) {
        for (const other of cells.get(key(x, y)) ?? []) {
          const [dx, dy] = [body.x - bodies[other]!.x, body.y - bodies[other]!.y];
          const reach = wanted(body, bodies[other]!) + 20;
          if (dx * dx + dy * dy < reach * reach) pairs.push(other, at);
        }
      }
    }
    const own = cells.get(key(column, row));
    if (own) own.push(at);
    else cells.set(key(column, row), [at]);
  });
  return pairs;
}

/** Moves two bodies half the way each that they lack; a pin gives way to a disc alone. True when they moved. */
function part(one: Body, other: Body): boolean {
  const least = wanted(one, other);
  let [dx, dy] = [other.x - one.x, other.y - one.y];
  let distance = Math.hypot(dx, dy);
  if (distance >= least - 0.05) return false;
  if (distance < 0.01) { [dx, dy, distance] = [1, 0, 1]; }
  const lack = least - (distance === 1 && dx === 1 && dy === 0 ? 0 : distance);
  const share = one.disc === other.disc ? 0.5 : one.disc ? 0 : 1;
  move(one, (-dx / distance) * lack * share, (-dy / distance) * lack * share);
  move(other, (dx / distance) * lack * (1 - share), (dy / distance) * lack * (1 - share));
  return true;
}

function move(body: Body, x: number, y: number): void {
  if (x === 0 && y === 0) return;
  const [dx, dy] = [body.x + x - body.x0, body.y + y - body.y0];
  const limit = body.disc ? farthest.disc : farthest.pin;
  const held = Math.min(1, limit / Math.max(1e-9, Math.hypot(dx, dy)));
  body.x = body.x0 + dx * held;
  body.y = body.y0 + dy * held;
}

/** A disc on the screen that gives way to what is selected. */
export interface Disc { readonly key: string; readonly x: number; readonly y: number; readonly radius: number }

/** How far each disc must move so that none touches the boxes, nor another disc; only those that move are named. */
export function movedAside(discs: readonly Disc[], boxes: readonly Box[]): ReadonlyMap<string, { readonly x: number; readonly y: number }> {
  const near = discs.filter(({ x, y, radius }) => boxes.some((box) => x > box[0] - radius - 90 && x < box[2] + radius + 90 && y > box[1] - radius - 90 && y < box[3] + radius + 90));
  const bodies = near.map(({ x, y, radius }) => ({ x, y, radius, x0: x, y0: y }));
  const away = new Map<string, { x: number; y: number }>();
  for (let turn = 0; turn < 24; turn += 1) {
    let moved = false;
    for (const body of bodies) for (const box of boxes) if (leave(body, box)) moved = true;
    for (let one = 0; one < bodies.length; one += 1) {
      for (let other = 0; other < one; other += 1) {
        const [a, b] = [bodies[one]!, bodies[other]!];
        const distance = Math.hypot(a.x - b.x, a.y - b.y) || 0.01;
        const lack = a.radius + b.radius + gap - distance;
        if (lack <= 0.05) continue;
        moved = true;
        const [dx, dy] = [((a.x - b.x) / distance) * lack * 0.5, ((a.y - b.y) / distance) * lack * 0.5];
        a.x += dx; a.y += dy; b.x -= dx; b.y -= dy;
      }
    }
    if (!moved) break;
  }
  bodies.forEach(({ x, y, x0, y0 }, at) => { if (Math.hypot(x - x0, y - y0) > 0.2) away.set(near[at]!.key, { x: x - x0, y: y - y0 }); });
  return away;
}

/** Moves a disc out of a box by the shortest way; true when it was in it. */
function leave(body: { x: number; y: number; readonly radius: number }, box: Box): boolean {
  const [nx, ny] = [Math.min(box[2], Math.max(box[0], body.x)), Math.min(box[3], Math.max(box[1], body.y))];
  const [dx, dy] = [body.x - nx, body.y - ny];
  const distance = Math.hypot(dx, dy);
  const reach = body.radius + gap;
  if (distance >= reach - 0.05) return false;
  if (distance > 0.01) { body.x = nx + (dx / distance) * reach; body.y = ny + (dy / distance) * reach; return true; }
  const ways = [body.x - box[0], box[2] - body.x, body.y - box[1], box[3] - body.y];
  const shortest = ways.indexOf(Math.min(...ways));
  if (shortest === 0) body.x = box[0] - reach;
  else if (shortest === 1) body.x = box[2] + reach;
  else if (shortest === 2) body.y = box[1] - reach;
  else body.y = box[3] + reach;
  return true;
}

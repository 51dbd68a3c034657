import { describe, expect, it } from 'vitest';
import { consoleAction, consoleKeys, type KeyPlace } from '../../renderer/features/roadshow/console/console-keys.js';
import { seenCamera, zoomHere } from '../../renderer/features/roadshow/editor/framing.js';

const at = (place: KeyPlace, key: string, more: object = {}) => consoleAction({ key, ...more }, place);

describe('the keys of the presenter console', () => {
  it('obey a clicker wherever the cursor is, also in a text field', () => {
    for (const place of ['field', 'control', 'page'] as const) expect([at(place, 'PageDown'), at(place, 'PageUp'), at(place, 'F5')]).toEqual(['next', 'previous', 'restart']);
  });
  it('leave letters, arrows and Esc to the text field that has the cursor', () => {
    for (const key of ['b', '.', 'e', 'm', '/', ' ', 'Enter', 'ArrowRight', 'Escape', 'Home']) expect(at('field', key)).toBeNull();
  });
  it('leave arrows, Space and Enter to a button or list that was reached by Tab, but not the screen’s own keys', () => {
    for (const key of [' ', 'Enter', 'ArrowRight', 'ArrowUp', 'Home', 'End']) expect(at('control', key)).toBeNull();
    expect([at('control', 'b'), at('control', 'e'), at('control', 'Escape')]).toEqual(['black', 'explore', 'end']);
  });
  it('hear a letter that an input method swallows, by its place on the board', () => {
    expect(at('page', 'Process', { code: 'KeyB' })).toBe('black');
  });
  it('leave keys held with Ctrl, Alt or Meta to the system', () => {
    expect(at('page', 'b', { ctrlKey: true })).toBeNull();
    expect(at('page', 'PageDown', { altKey: true })).toBeNull();
  });
  it('give no key two meanings', () => {
    const keys = consoleKeys.flatMap((line) => line.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a view framed on a smaller map', () => {
  it('is the camera of the stage that shows the same breadth', () => {
    const width = 960;
    const zoom = zoomHere(14, width);
    expect(zoom).toBeCloseTo(13, 6);
    const breadth = (width * 360) / (256 * 2 ** zoom);
    expect(seenCamera({ west: 119.9 - breadth / 2, east: 119.9 + breadth / 2, south: 29.8, north: 29.8 })).toEqual({ lng: 119.9, lat: 29.8, zoom: 14 });
  });
  it('is nothing where the map has no breadth', () => {
    expect(seenCamera({ west: 119.9, east: 119.9, south: 29, north: 30 })).toBeNull();
  });
});

import type L from 'leaflet';

const lookAgainMs = 20;

const within = (layer: L.GridLayer, name: string) => [...layer.getContainer()?.querySelectorAll<HTMLElement>(name) ?? []];

/**
 * True while tiles of the layer are on their way. One that is left behind while it was loading, by a zoom or because the map lies just below
 * its least zoom, says for ever that it is loading, but has no tiles.
 */
export const isAwaitingTiles = (layer: L.GridLayer): boolean => layer.isLoading() && within(layer, '.leaflet-tile').length > 0;

/** Resolves when a layer of tiles has loaded all that the present view needs, and each has faded in. */
export function tilesSettled(layer: L.GridLayer): Promise<void> {
  const isStill = () => {
    if (isAwaitingTiles(layer)) return false;
    return within(layer, '.leaflet-tile-loaded').every(({ style }) => style.opacity === '' || Number(style.opacity) >= 1);
  };
  // By the clock and not by frames: a window that is not seen draws none.
  return new Promise((settled) => {
    const look = () => { if (isStill()) settled(); else setTimeout(look, lookAgainMs); };
    look();
  });
}

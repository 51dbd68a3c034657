import type L from 'leaflet';

const lookAgainMs = 20;

/** Resolves when a layer of tiles has loaded all that the present view needs, and each has faded in. */
export function tilesSettled(layer: L.GridLayer): Promise<void> {
  const isStill = () => {
    const all = (name: string) => [...layer.getContainer()?.querySelectorAll<HTMLElement>(name) ?? []];
    // A layer that was left behind by a zoom while it was loading says for ever that it is loading, but has no tiles.
    if (layer.isLoading() && all('.leaflet-tile').length > 0) return false;
    return all('.leaflet-tile-loaded').every(({ style }) => style.opacity === '' || Number(style.opacity) >= 1);
  };
  // By the clock and not by frames: a window that is not seen draws none.
  return new Promise((settled) => {
    const look = () => { if (isStill()) settled(); else setTimeout(look, lookAgainMs); };
    look();
  });
}

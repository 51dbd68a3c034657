import type L from 'leaflet';

const lookAgainMs = 20;

/** The tiles that Leaflet's layer holds, by a name that it keeps to itself; `loaded` is when one came, whole or broken. */
interface Held { readonly _tiles: Readonly<Record<string, { readonly loaded?: number }>> }

/** Whether a tile of the present view is still to come. Leaflet's own word is not taken: a layer whose last tile was pruned says for ever that it is loading. */
export const isLoadingTiles = (layer: L.GridLayer): boolean => Object.values((layer as unknown as Held)._tiles).some(({ loaded }) => loaded === undefined);

/** Resolves when a layer of tiles has loaded all that the present view needs, and each has faded in. */
export function tilesSettled(layer: L.GridLayer): Promise<void> {
  const isStill = () => !isLoadingTiles(layer) && [...layer.getContainer()?.querySelectorAll<HTMLElement>('.leaflet-tile-loaded') ?? []].every(({ style }) => style.opacity === '' || Number(style.opacity) >= 1);
  // By the clock and not by frames: a window that is not seen draws none.
  return new Promise((settled) => {
    const look = () => { if (isStill()) settled(); else setTimeout(look, lookAgainMs); };
    look();
  });
}

import type L from 'leaflet';

/** Maps that look at the same ground: whichever is moved, the others follow. */
export interface LinkedViews {
  /** Takes a map in; answers with the way out. */
  join(map: L.Map): () => void;
  /** Looks somewhere with all of them, those too that come later. */
  look(lat: number, lng: number, zoom: number): void;
  zoomBy(steps: number): void;
}

export function linkViews(): LinkedViews {
  const maps = new Set<L.Map>();
  let last: { lat: number; lng: number; zoom: number } | null = null;
  let isFollowing = false;
  const follow = (from: L.Map | null) => {
    if (isFollowing || !last) return;
    isFollowing = true;
    for (const map of maps) if (map !== from) map.setView([last.lat, last.lng], last.zoom, { animate: false });
    isFollowing = false;
  };
  return {
    join(map) {
      const moved = () => {
        if (isFollowing) return;
        const { lat, lng } = map.getCenter();
        last = { lat, lng, zoom: map.getZoom() };
        follow(map);
      };
      maps.add(map);
      if (last) map.setView([last.lat, last.lng], last.zoom, { animate: false });
      map.on('move', moved);
      return () => { map.off('move', moved); maps.delete(map); };
    },
    look(lat, lng, zoom) {
      last = { lat, lng, zoom };
      follow(null);
    },
    zoomBy(steps) {
      if (!last) return;
      const [map] = maps;
      last = { ...last, zoom: Math.min(map?.getMaxZoom() ?? last.zoom, Math.max(map?.getMinZoom() ?? last.zoom, last.zoom + steps)) };
      follow(null);
    },
  };
}

import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { MapContainer, useMap } from 'react-leaflet';
import 'leaflet/dist/leaflet.css';
import './main.css';

/** Says, as our own page's map does by taking its note away, that the map can be used. */
function Usable() {
  const map = useMap();
  useEffect(() => { map.whenReady(() => document.documentElement.setAttribute('data-usable', '')); }, [map]);
  return null;
}

// The least that a page of this kind can be: React and a Leaflet map with nothing on it.
createRoot(document.getElementById('root')!).render(<MapContainer center={[29.83, 119.93]} zoom={12}><Usable /></MapContainer>);

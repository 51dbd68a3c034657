import { thingsNear } from '../../../data/rules/map/nearby.js';
import type { Location } from '../../../data/schema/common.js';
import type { Language } from '../../../data/schema/text.js';
import type { MapLabel } from '../../map/basemap/features.js';
import { latitude, longitude } from '../../map/world.js';
import type { NearbyPlaceName } from './nearby-panel.js';

/** Names that stand for a place one can go to; a stream has no one distance. */
const pointed: ReadonlySet<MapLabel['kind']> = new Set<MapLabel['kind']>(['village', 'place', 'peak']);
const mostNames = 6;

/** The places that the map itself names within a distance, nearest first: villages, bridges, the school. */
export function namesNear(labels: readonly MapLabel[], centre: Location, metres: number, language: Language): NearbyPlaceName[] {
  const places = labels.filter(({ kind }) => pointed.has(kind)).map(({ text, x, y }) => ({ name: text[language], lng: longitude(x), lat: latitude(y) }));
  return thingsNear(places, centre, metres).slice(0, mostNames).map(({ thing, metres: away, bearing }) => ({ name: thing.name, metres: away, bearing }));
}

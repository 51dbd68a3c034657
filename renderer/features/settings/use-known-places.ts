import { useMemo } from 'react';
import type { KnownPlace } from '../../map/pack-map.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';

/** The places of the ledger's assets, which a map is held against. */
export function useKnownPlaces(): readonly KnownPlace[] {
  const say = useSay();
  const entries = useProgram((state) => state.publicEntries);
  return useMemo(() => entries.flatMap(({ id, lng, lat, name, nameEn }) => (lng === null || lat === null ? [] : [{ id, lng, lat, name: say.language === 'en' ? nameEn ?? name : name }])), [entries, say.language]);
}

import { Suspense, useMemo } from 'react';
import { useSay } from '../../../state/language.js';
import { ImportMap, useMapSetting } from './map-props.js';
import type { FiledRow } from './use-rows.js';

/** Where the rows in the list lie; the one under the cursor stands out. */
export function RowsMap({ rows, active, onActive }: { rows: readonly FiledRow[]; active: string | null; onActive: (key: string | null) => void }) {
  const say = useSay();
  const setting = useMapSetting();
  const marks = useMemo(() => rows.flatMap(({ row }) => (row.location ? [{ key: row.key, name: row.name, category: row.category, at: row.location }] : [])), [rows]);
  const [first, last] = [marks[0]?.key, marks.at(-1)?.key];
  return (
    <aside className="import-rows-map" aria-label={say('位置', 'Places')}>
      <Suspense fallback={null}>
        <ImportMap {...setting} label={say('这些行的位置，方向键移动，加减键缩放', 'Where these rows lie; arrow keys move, plus and minus zoom')} marks={marks} lookAt={`${first} ${last} ${marks.length}`} active={active} onActive={onActive} />
      </Suspense>
    </aside>
  );
}

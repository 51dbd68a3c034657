import { useMemo, useState } from 'react';
import type { MapSheet, PackInspection } from '../../../data/contract.js';
import type { Extent } from '../../map/extent.js';
import { PackMap } from '../../map/pack-map.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useTheme } from '../../state/theme.js';
import { useAddressed } from './use-addressed.js';

type Sample = PackInspection['samples'][number];

/** The ground that a tile of the Web Mercator grid covers (XYZ, from the north). */
function extentOfTile({ z, x, y }: Sample): Extent {
  const side = 2 ** z;
  const latitude = (row: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / side))) * 180) / Math.PI;
  return { west: (x / side) * 360 - 180, east: ((x + 1) / side) * 360 - 180, north: latitude(y), south: latitude(y + 1) };
}

/** Some tiles of the pack as they are, from the widest level to the closest. */
export function PackSamples({ sheet, samples }: { sheet: MapSheet; samples: readonly Sample[] }) {
  const say = useSay();
  const inOrder = useMemo(() => samples.toSorted((one, other) => one.z - other.z), [samples]);
  if (inOrder.length === 0) return <p className="soft">{say('没有读出瓦片。', 'No tile could be read.')}</p>;
  return (
    <ul className="pack-samples" aria-label={say('瓦片样张', 'Sample tiles')}>
      {inOrder.map((sample) => (
        <li key={`${sample.z}/${sample.x}/${sample.y}`}>
          {sheet.kind === 'features' ? <VectorSample sheet={sheet} sample={sample} /> : <PictureSample sheet={sheet} sample={sample} />}
          <span className="figures">{say(`${sample.z} 级`, `Level ${sample.z}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function PictureSample({ sheet, sample: { z, x, y } }: { sheet: MapSheet; sample: Sample }) {
  const say = useSay();
  const client = useClient();
  const [isBroken, setIsBroken] = useState(false);
  if (isBroken) return <span className="pack-sample-broken">{say('读不出', 'Unreadable')}</span>;
  return <img src={client.address(`maps/${sheet.id}/tiles/${sheet.pack?.scheme ?? 'xyz'}/${z}/${x}/${y}`)} alt={say(`第 ${z} 级的一块瓦片`, `A tile of level ${z}`)} onError={() => setIsBroken(true)} />;
}

function VectorSample({ sheet, sample }: { sheet: MapSheet; sample: Sample }) {
  const say = useSay();
  const style = useTheme() === 'dark' ? 'night' : 'paper';
  const sheets = useAddressed(useMemo(() => [sheet], [sheet]));
  const extent = useMemo(() => extentOfTile(sample), [sample]);
  return <div className="pack-sample-map"><PackMap sheets={sheets} style={style} language={say.language} extent={extent} still label={say(`第 ${sample.z} 级的一块瓦片`, `A tile of level ${sample.z}`)} /></div>;
}

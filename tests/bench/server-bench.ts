import { buildLedgerData, seeded } from '../builders/ledger.js';
import { startPostgres, withoutPostgres } from '../builders/postgres.js';
import { Connections } from '../../electron/storage/server/connection.js';
import { mapView } from '../../electron/storage/server/map-view.js';
import { median, type Figure } from './figure.js';

/** Assets of a county; fewer where a machine is too small, by the environment variable of this name. */
const size = Number(process.env['XISHAN_BENCH_ASSETS'] ?? 1_000_000);
const [west, south, east, north] = [118.5, 28.9, 120.5, 30.4];
const views = 200;

/** A county of assets, written by the server itself from records of usual length; they lie closer around some hundred villages. */
async function fill(connections: Connections, count: number): Promise<void> {
  const [sample] = buildLedgerData({ assets: 1 }).assets;
  for (let from = 0; from < count; from += 50_000) {
    await connections.rows(`INSERT INTO xishan.records (noun, id, body) SELECT 'asset', 'A' || n, (($1::jsonb || jsonb_build_object('id', 'A' || n, 'name', '资产' || n, 'village', 'v' || n % 400,
      'category', (ARRAY['forest', 'farmland', 'hydropower', 'house', 'hall', 'other'])[1 + n % 6], 'status', (ARRAY['idle', 'available', 'leased', 'revived'])[1 + n % 4],
      'location', jsonb_build_object('lng', round((${west} + ${east - west}::float8 * abs(hashint4(n % 400)::float8) / 2147483648.0 + (random() - 0.5) * 0.2)::numeric, 6), 'lat', round((${south} + ${north - south}::float8 * abs(hashint4(n % 400 + 1000)::float8) / 2147483648.0 + (random() - 0.5) * 0.2)::numeric, 6))))::text)::json
      FROM generate_series($2::int, $3::int) n`, [JSON.stringify(sample), from, Math.min(from + 50_000, count) - 1]);
  }
  await connections.rows('VACUUM ANALYZE xishan.records, xishan.cells');
}

/** Views as a person makes them: the whole county, townships, villages, some of them filtered. */
async function look(connections: Connections): Promise<{ times: number[]; most: number }> {
  const random = seeded(7);
  const times: number[] = [];
  let most = 0;
  for (let at = 0; at < views; at += 1) {
    const width = (east - west) / 2 ** (at % 8);
    const [lng, lat] = [west + random() * (east - west - width), south + random() * (north - south - width * 0.5)];
    const since = performance.now();
    const points = await mapView(connections, { west: lng, south: lat, east: lng + width, north: lat + width * 0.56, zoom: 8 + (at % 8), ...(at % 3 === 0 ? { categories: ['house', 'hall'] } : {}), ...(at % 5 === 0 ? { statuses: ['idle'] } : {}) });
    times.push(performance.now() - since);
    most = Math.max(most, points.length);
  }
  return { times, most };
}

/** The same count of assets asked for without cells: what the server would do at a view of everything. */
async function countAll(connections: Connections): Promise<number> {
  const since = performance.now();
  await connections.rows('SELECT floor(ST_X(place) * 20), floor(ST_Y(place) * 20), count(*) FROM xishan.records WHERE place IS NOT NULL GROUP BY 1, 2');
  return performance.now() - since;
}

/** A map view over a county on a real PostgreSQL; nothing where there is none. */
export default async function serverBench(): Promise<Figure[]> {
  const missing = withoutPostgres();
  if (missing) {
    console.error(`server: skipped, ${missing}`);
    return [];
  }
  const server = await startPostgres();
  try {
    const connections = await Connections.to(server.address(await server.ledger(buildLedgerData({ assets: 0, projects: 0 }))));
    await fill(connections, size);
    await look(connections);
    const { times, most } = await look(connections);
    const peer = await countAll(connections);
    await connections.close();
    const name = `map view over ${size.toLocaleString('en')} assets on a server`;
    return [
      { name: `${name}, median of ${views}`, value: median(times), unit: 'ms', peer, ratio: median(times) / peer, wanted: '< 200' },
      { name: `${name}, slowest`, value: Math.max(...times), unit: 'ms', peer: null, ratio: null, wanted: '' },
      { name: `${name}, most points sent`, value: most, unit: 'points', peer: null, ratio: null, wanted: '' },
    ];
  } finally {
    await server.stop();
  }
}

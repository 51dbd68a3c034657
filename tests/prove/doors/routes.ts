import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callNames, contract } from '../../../data/contract.js';
import { createDispatch } from '../../../electron/host/dispatch.js';
import { readPage } from '../../../electron/host/page-files.js';
import { resourceKinds } from '../../../electron/host/resolve-resource.js';
import { serveHttp } from '../../../electron/host/serve-http.js';
import { root } from '../../builders/bundle.js';
import { testHostOf } from '../../builders/http-host.js';
import { buildLedgerData, seeded } from '../../builders/ledger.js';
import { paintedPixels, phoneJpeg } from '../../builders/pictures.js';
import { wholeProgram, type WholeProgram } from '../../builders/whole-program.js';
import { noneOf, type Finding, type Sample } from '../finding.js';
import { knockEverywhere, shutDoors, type Door } from './knocks.js';
import { tryPaths } from './path-tricks.js';

async function finished(whole: WholeProgram, { jobId }: { jobId: string }): Promise<unknown> {
  for (;;) {
    const job = await whole.program.handlers['job.state']({ jobId });
    if (job.state === 'done') return job.result;
    if (job.state !== 'running') throw new Error(`The job ended as ${JSON.stringify(job)}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Puts something behind every kind of address of a real program; answers with the addresses. Music lies there only while a film is drawn. */
async function addressesOf(whole: WholeProgram): Promise<Record<Exclude<(typeof resourceKinds)[number], 'music'>, string>> {
  const { program, ledger } = whole;
  const photo = await phoneJpeg(paintedPixels(64, 48));
  const id = `${createHash('sha256').update(photo).digest('hex')}.jpg`;
  for (const shelf of ['media', 'media/originals']) {
    await mkdir(join(ledger, shelf), { recursive: true });
    await writeFile(join(ledger, shelf, id), photo);
  }
  const { fileId } = (await finished(whole, await program.handlers['output.start']({ kind: 'ledger', format: 'csv', audience: 'internal', language: 'zh', encoding: 'utf-8' }))) as { fileId: string };
  const uploadId = await program.acceptUpload('IMG_1.jpg', (async function* bytes() { yield photo; })());
  await finished(whole, await program.handlers['import.plan']({ uploadIds: [uploadId] }));
  return { media: `media/${id}`, files: `files/${id}`, maps: 'maps/shili/pack.json', outputs: `outputs/${fileId}`, uploads: `uploads/${uploadId}` };
}

/** Every route of the browser host over the built page and a real ledger, knocked at in every way; `rounds` path tricks made by chance besides those that are known. */
export async function proveRoutes(sample: Sample): Promise<Finding[]> {
  const whole = await wholeProgram(buildLedgerData({ assets: 12, projects: 2 }));
  try {
    const page = readPage(join(root, 'dist', 'page'));
    const host = await serveHttp({ program: whole.program, page });
    const served = testHostOf(host, whole.place);
    const addresses = Object.values(await addressesOf(whole)).map((address) => `/${address}`);
    const targets = ['/', '/events', ...page.files.keys(), ...addresses];
    const doors: Door[] = [
      ...targets.map((target): Door => ({ name: `GET ${target}`, method: 'GET', target })),
      { name: 'GET /?token', method: 'GET', target: `/?token=${served.token.desk}`, headers: { Cookie: null } },
      { name: 'POST /call', method: 'POST', target: '/call', body: JSON.stringify({ name: 'desk.assets', input: { ids: [buildLedgerData({ assets: 1 }).assets[0]?.id] } }) },
      { name: 'POST /upload', method: 'POST', target: '/upload?name=a.csv', headers: { 'Content-Type': 'application/octet-stream' }, body: 'a,b' },
    ];
    // Of the page's many files with a hash in their names a few stand for all: they are found in one list.
    const knockedAt = doors.filter(({ target }, at) => !target.startsWith('/assets/') || at % 12 === 0);
    const secrets = [served.token.desk, served.token.public, (await readFile(join(whole.ledger, 'ledger.json'), 'utf8')).slice(200, 240)];
    const shut = await shutDoors(served, knockedAt);
    const knocked = await knockEverywhere(served, knockedAt, secrets);
    const tricks = await tryPaths(served, [...targets, '/audience'], secrets, sample.rounds, seeded(sample.seed));
    await host.close();
    return [
      noneOf(`${knockedAt.length} routes: requests of strangers that were not refused with 0 bytes of data`, knocked.tried, [...shut, ...knocked.faults]),
      noneOf('Path tricks that were not refused with 0 bytes of data', tricks.tried, tricks.faults.map((fault) => `seed ${sample.seed}, ${fault}`)),
      await circleFinding(whole),
    ];
  } finally {
    await whole.remove();
  }
}

/** Every call of the desk asked by an audience screen. */
async function circleFinding(whole: WholeProgram): Promise<Finding> {
  const dispatch = createDispatch(whole.program.handlers);
  const desk = callNames.filter((name) => contract[name].circle === 'desk');
  const faults: string[] = [];
  for (const name of desk) {
    const reply = await dispatch(name, {}, 'public');
    if (reply.ok || reply.failure.code !== 'not-allowed') faults.push(`${name} answers an audience screen`);
  }
  return noneOf('Calls of the desk that answer an audience screen', desk.length, faults);
}

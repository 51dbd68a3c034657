import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { act, passagesOf } from '../../../data/rules/stage/act.js';
import { indexTable } from '../../../data/rules/index-table.js';
import { packedRings } from '../../../data/rules/map/boundary-rings.js';
import { isPublished, publicAsset, publicProfile, publicProject, publicTour } from '../../../data/rules/projection.js';
import { projectTotals } from '../../../data/rules/totals.js';
import { noShow, type Laser, type StageCommand, type StageShow } from '../../../data/schema/stage.js';
import { ClientContext } from '../../../renderer/client/current-client.js';
import type { Client } from '../../../renderer/client/client.js';
import type { StageContent } from '../../../renderer/stage/stage-content.js';
import { StageScreen } from '../../../renderer/stage/stage-screen.js';
import { StageThumb } from '../../../renderer/stage/stage-thumb.js';
import { readIndex } from '../../../renderer/state/index-entries.js';
import { ledgerAs, type Variant } from './vary.js';

/** What the page offers to the test that drives it. */
declare global {
  interface Window {
    scenes: readonly { readonly view: string; readonly stopId: string; readonly step: number }[];
    /** Changes the show as the host would tell it. */
    tell: (change: Partial<StageShow>) => void;
    point: (laser: Laser) => void;
    /** What the stage has asked for. */
    asked: StageCommand[];
  }
}

// The stage as the audience screen makes it, over the sample; `variant`, `theme`, `language`, `thumbs` come from the address.
const given = new URLSearchParams(location.search);
const data = ledgerAs((given.get('variant') ?? 'sample') as Variant);
const published = data.assets.filter(isPublished);
const client = {
  call: (name: string) => Promise.resolve(name === 'public.boundaries' ? { rows: published.flatMap((asset) => (asset.boundary ? [{ id: asset.id, rings: packedRings(asset.boundary) }] : [])), next: null } : {}),
  on: () => () => undefined, upload: () => Promise.reject(new Error('Nothing is uploaded here.')), address: (resource: string) => `/${resource}`,
} as unknown as Client;

const entries = readIndex(indexTable(published, 'public'));
const byEntry = new Map(entries.map((entry) => [entry.id, entry]));
const wholes = new Map(published.map((asset) => [asset.id, publicAsset(asset)]));
const assetById = new Map(published.map((asset) => [asset.id, asset]));
const projects = data.projects.map((project) => ({ project: publicProject(project), totals: projectTotals(project, assetById) }));
const content: StageContent = {
  profile: publicProfile(data.profile), sample: true, today: '2026-11-28', entries, entry: (id) => byEntry.get(id), asset: (id) => wholes.get(id), projects, project: (id) => projects.find(({ project }) => project.id === id),
  sheets: [{ id: 'shili', shown: true, opacity: 1, kind: 'schematic', address: '/maps/shili' }],
  facts: { asset: (id) => { const whole = wholes.get(id); return whole && { photos: whole.photos, videos: whole.videos, placed: typeof byEntry.get(id)?.lng === 'number' }; }, projects: projects.map(({ project }) => project) },
  media: (id, small = false) => `/media/${id}${small ? '/small' : ''}`,
};
const tour = publicTour(data.tours[0]!);
const passages = passagesOf(tour, content.facts);
window.scenes = passages.flatMap(({ stop, scenes }) => scenes.map((scene, step) => ({ view: scene.view, stopId: stop.id, step })));
window.asked = [];
const first: StageShow = { ...noShow, on: true, tourId: tour.id, stopId: passages[0]?.stop.id ?? null, theme: (given.get('theme') ?? 'light') as StageShow['theme'], language: (given.get('language') ?? 'zh') as StageShow['language'] };

function Page() {
  const [show, setShow] = useState(first);
  const [laser, point] = useState<Laser>(null);
  window.tell = (change) => setShow((now) => ({ ...now, ...change }));
  window.point = point;
  const ask = (command: StageCommand) => { window.asked.push(command); setShow((now) => act(now, command, passages)); };
  if (given.has('thumbs')) return <div className="thumbs">{passages.flatMap(({ stop, scenes }) => scenes.map((scene, step) => <div key={`${stop.id} ${step}`}><StageThumb content={content} stop={stop} scene={scene} theme={show.theme} language={show.language} /></div>))}</div>;
  return <StageScreen content={content} show={show} passages={passages} laser={laser} onCommand={ask} />;
}

createRoot(document.getElementById('root')!).render(<ClientContext.Provider value={client}><Page /></ClientContext.Provider>);

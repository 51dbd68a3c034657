import { useCallback, useEffect, useState } from 'react';
import { text } from '../../../data/schema/text.js';
import type { Stop, Tour } from '../../../data/schema/tour.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useStageContent, type StageContent } from '../../stage/stage-content.js';
import { applyAndTell } from '../../state/apply-edits.js';
import { useSay } from '../../state/language.js';
import { tell, useProgram } from '../../state/program-store.js';
import { fetchStageAssets, useStage } from '../../state/stage-store.js';
import { useDesk } from '../../state/use-desk.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LedgerNotice } from '../../ui/ledger-notice.js';
import { PageHead } from '../../ui/page-head.js';
import { BoothDialog } from './booth-dialog.js';
import { Console } from './console/console.js';
import { DraftDialog } from './draft-dialog.js';
import { newStopId } from './editor/stop-words.js';
import { TourEditor } from './editor/tour-editor.js';
import './roadshow.css';
import { TourList } from './tour-list.js';
import { useStartShow } from './use-start-show.js';

/** 路演: the tours of the ledger and their editor; while a show is on, the presenter console. */
export function RoadshowPage() {
  const content = useStageContent();
  const isOn = useStage((state) => state.show.on);
  const isKnown = useStage((state) => state.known);
  const { failure, retry } = useDesk();
  const say = useSay();
  const tours = useProgram((state) => state.deskTours);
  if (failure) return <EmptyState title={say('路线没有读出来', 'The tours could not be read')} action={<Button onPress={retry}>{say('再试一次', 'Try again')}</Button>}>{say(failure.message)}</EmptyState>;
  if (!content || !isKnown || !tours) return null;
  return isOn ? <Console content={content} tours={tours} /> : <Tours content={content} tours={tours} />;
}

function Tours({ content, tours }: { content: StageContent; tours: readonly Tour[] }) {
  const say = useSay();
  const client = useClient();
  const readOnly = useProgram((state) => (state.status?.readOnly ?? true) || (state.status?.missing ?? false));
  const [openId, setOpenId] = useState<string | null>(null);
  const [drafting, setDrafting] = useState(false);
  const [boothOf, setBoothOf] = useState<string | null>(null);
  const { start, dialogs } = useStartShow();
  const open = tours.find(({ id }) => id === openId);

  // The covers of the list are drawn from assets that have to be at hand.
  const firsts = tours.flatMap((tour) => tour.stops.slice(0, 3).flatMap((stop) => (stop.kind === 'asset' ? [stop.assetId] : []))).join(' ');
  useEffect(() => { if (firsts) fetchStageAssets(client, firsts.split(' ')).catch(() => undefined); }, [client, firsts]);

  const begin = useCallback((tourId: string, stopId?: string) => start({ tourId, stopId, booth: false }), [start]);
  const startBooth = (tourId: string, pin: string) => {
    setBoothOf(null);
    client.call('settings.set', { boothPin: pin }).then(() => start({ tourId, booth: true }), (error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); });
  };
  const add = async (name: string, stops: Stop[]) => {
    const ids = await applyAndTell(client, [{ kind: 'add', noun: 'tour', record: { name, stops } }], { zh: `已添加讲解路线「${name}」，可以撤销。`, en: `The tour “${name}” was added; it can be undone.` }, text(`新增讲解路线「${name}」`, `Add the tour “${name}”`));
    setDrafting(false);
    if (ids?.[0]) setOpenId(ids[0]);
  };
  const copy = (tour: Tour) => void add(say(`${tour.name}（副本）`, `${tour.name} (copy)`).slice(0, 80), tour.stops.map((stop) => ({ ...stop, id: newStopId() })));
  const remove = (tour: Tour) => void applyAndTell(client, [{ kind: 'remove', noun: 'tour', id: tour.id }], { zh: `已删除「${tour.name}」，可以撤销。`, en: `“${tour.name}” was deleted; it can be undone.` });

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F5') return;
      // Here it begins the show, as it does in every program that shows slides; the page is not to be loaded anew.
      event.preventDefault();
      const tour = open ?? tours[0];
      if (tour) begin(tour.id);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [open, tours, begin]);

  if (open) return <><TourEditor key={open.id} tour={open} content={content} onClose={() => setOpenId(null)} onStart={(stopId) => begin(open.id, stopId)} starting={<Button icon="turn" onPress={() => setBoothOf(open.id)}>{say('展台循环', 'Booth')}</Button>} />{dialogs}{boothOf && <BoothDialog onClose={() => setBoothOf(null)} onGo={(pin) => startBooth(boothOf, pin)} />}</>;
  return (
    <div className="sheet roadshow">
      <PageHead title={say('路演', 'Roadshow')} note={say('把资产和项目排成一条讲解路线，投到观众屏，用翻页笔一路讲下去。', 'Assets and projects in the order of a talk, shown on the audience screen and led by a clicker.')}>
        {!readOnly && <><Button icon="add" onPress={() => void add(say('新路线', 'New tour'), [])}>{say('空白路线', 'Empty tour')}</Button><Button tone="primary" icon="star" onPress={() => setDrafting(true)}>{say('起草路线', 'Draft a tour')}</Button></>}
      </PageHead>
      <LedgerNotice />
      {tours.length === 0
        ? <EmptyState title={say('还没有讲解路线', 'No tour yet')} action={!readOnly && <Button tone="primary" icon="star" onPress={() => setDrafting(true)}>{say('起草第一条路线', 'Draft the first tour')}</Button>}>{say('选好要讲的资产，程序先替您排好：路线短、类别交替、十五分钟讲完。', 'Choose the assets, and the program lays out a first tour: short flights, changing kinds, a quarter of an hour.')}</EmptyState>
        : <TourList tours={tours} content={content} readOnly={readOnly} onOpen={setOpenId} onStart={begin} onBooth={setBoothOf} onCopy={copy} onRemove={remove} />}
      {drafting && <DraftDialog onClose={() => setDrafting(false)} onDraft={(name, stops) => void add(name, stops)} />}
      {boothOf && <BoothDialog onClose={() => setBoothOf(null)} onGo={(pin) => startBooth(boothOf, pin)} />}
      {dialogs}
    </div>
  );
}

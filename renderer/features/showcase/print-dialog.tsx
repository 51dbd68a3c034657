import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { MapRequest } from '../../../data/contract.js';
import { mapTitle } from '../../../data/rules/map/print-words.js';
import { pixelsOf, sheetSize } from '../../../data/rules/map/sheet-size.js';
import type { MapPrint, MapPrintHabit } from '../../../data/schema/map-print.js';
import type { Failure } from '../../../data/schema/failure.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import type { Extent } from '../../map/extent.js';
import { loadMap, type MapContent } from '../../sheet/map-content.js';
import { MapSheet } from '../../sheet/map-sheet.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { useJob } from '../../state/use-job.js';
import { Button } from '../../ui/button.js';
import { Modal } from '../../ui/modal.js';
import type { Output } from '../../state/use-output.js';
import { OutputRun } from '../../ui/output-run.js';
import { usePublicShowing } from '../../ui/public-showing-warning.js';
import { Segmented } from '../../ui/segmented.js';
import { PrintOptions } from './print-options.js';
import './print-dialog.css';

export interface PrintDialogProps {
  /** Tells what is seen on the map now; null where there is no map yet, and then all assets are printed. */
  readonly seen: () => Extent | null;
  /** The assets found, or null where nothing is filtered: then all are printed. */
  readonly ids: readonly string[] | null;
  readonly selectedId: string | null;
  readonly boundaries: boolean;
  readonly heat: NonNullable<MapPrint['heat']> | null;
  readonly onClose: () => void;
}

interface Seen extends Omit<PrintDialogProps, 'seen' | 'onClose'> { readonly extent: MapPrint['extent'] | null }

/** Printing what is seen on the map: the sheet as it will be, the few things to choose, and the finished file. */
export function PrintDialog({ seen, ids, selectedId, boundaries, heat, onClose }: PrintDialogProps) {
  const [kept, setKept] = useState<Seen | null>(null);
  const look = useEffectEvent(() => {
    const extent = seen();
    setKept({ extent: extent && [extent.west, extent.south, extent.east, extent.north], ids, selectedId, boundaries, heat });
  });
  // The map goes on being what it was when the dialog was opened.
  useEffect(() => look(), []);
  return kept && <Printing seen={kept} onClose={onClose} />;
}

function Printing({ seen, onClose }: { seen: Seen; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const habit = useProgram((state) => state.settings.mapPrint);
  const profile = useProgram((state) => state.overview?.profile ?? null);
  const { work, start, cancel, reset } = useJob<Output>();
  const [choice, setChoice] = useState<MapPrintHabit>(habit);
  const [language, setLanguage] = useState(say.language);
  const [title, setTitle] = useState('');
  const [part, setPart] = useState<'seen' | 'all'>('seen');
  const { content, failure } = useContent(choice.audience, seen.ids, seen.boundaries);
  const running = work.at === 'running';

  const request = useMemo((): MapRequest => ({
    kind: 'map', format: choice.format, audience: choice.audience, language, ...(seen.ids ? { ids: [...seen.ids] } : {}),
    map: {
      ...(seen.extent && part === 'seen' ? { extent: seen.extent } : {}), style: choice.style, paper: choice.format === 'png' ? 'screen' : choice.paper, orientation: choice.orientation, list: choice.list, boundaries: seen.boundaries,
      ...(title.trim() ? { title: title.trim() } : {}), ...(seen.selectedId ? { selected: seen.selectedId } : {}), ...(seen.heat ? { heat: seen.heat } : {}),
    },
  }), [choice, language, title, part, seen]);
  const shown = useMemo(() => content && { ...content, request }, [content, request]);

  const change = (next: Partial<MapPrintHabit>) => {
    setChoice({ ...choice, ...next });
    if (!running) reset();
  };
  const print = () => {
    // What could not be remembered is chosen again next time; the print goes on.
    client.call('settings.set', { mapPrint: choice }).catch(() => undefined);
    start(() => client.call('output.start', request));
  };
  const showing = usePublicShowing(print);
  return (
    <Modal title={say('打印地图', 'Print the map')} width={1080} onClose={onClose}
      foot={<><span className="soft">{say('只印查到的资产；纸上的比例尺取整。', 'Only the assets found are printed; on paper the scale is a round one.')}</span><span className="spacer" /><Button onPress={onClose}>{say('关闭', 'Close')}</Button>
        <Button tone="primary" icon="print" isDisabled={running || !content} onPress={() => (choice.audience === 'public' ? showing.ask() : print())}>{work.at === 'done' ? say('再生成一次', 'Make it again') : say('生成', 'Make the file')}</Button></>}>
      <div className="print-dialog">
        <div className="print-main">
          <Preview content={shown} failure={failure} map={request.map} />
          <OutputRun work={work} onCancel={cancel} />
        </div>
        <div className="print-side">
          {seen.extent && (
            <div className="print-option"><span className="label">{say('范围', 'Part')}</span>
              <Segmented label={say('范围', 'Part')} value={part} onChange={(next) => { setPart(next); if (!running) reset(); }} options={[{ value: 'seen', label: say('现在看到的', 'As seen now') }, { value: 'all', label: say('查到的全部', 'All that was found') }]} />
            </div>
          )}
          <PrintOptions choice={choice} onChange={change} language={language} onLanguage={(next) => { setLanguage(next); if (!running) reset(); }}
            title={title} usualTitle={profile ? mapTitle(profile, {}, language) : ''} onTitle={(next) => { setTitle(next); if (!running) reset(); }} />
        </div>
      </div>
      {showing.dialog}
    </Modal>
  );
}

/** All that the sheet shows, asked for anew for each circle of readers. */
function useContent(audience: MapRequest['audience'], ids: readonly string[] | null, boundaries: boolean): { content: MapContent | null; failure: Failure | null } {
  const client = useClient();
  const [found, setFound] = useState<{ audience: string; content: MapContent | null; failure: Failure | null } | null>(null);
  useEffect(() => {
    let gone = false;
    const request: MapRequest = { kind: 'map', format: 'pdf', audience, language: 'zh', ...(ids ? { ids: [...ids] } : {}), map: { style: 'paper', paper: 'A3', orientation: 'landscape', boundaries, list: true } };
    loadMap(client, request).then(
      (content) => { if (!gone) setFound({ audience, content, failure: null }); },
      (error: unknown) => { if (!gone) setFound({ audience, content: null, failure: failureOf(error) }); },
    );
    return () => { gone = true; };
  }, [client, audience, ids, boundaries]);
  return found?.audience === audience ? found : { content: null, failure: null };
}

/** The sheet itself, small: it is drawn as it will be printed, only with the screen's dots. */
function Preview({ content, failure, map }: { content: MapContent | null; failure: Failure | null; map: MapPrint }) {
  const say = useSay();
  const room = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const node = room.current;
    if (!node) return;
    const watcher = new ResizeObserver(([entry]) => { if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height }); });
    watcher.observe(node);
    return () => watcher.disconnect();
  }, []);
  const page = sheetSize(map);
  const scale = Math.min(size.width / pixelsOf(page.width), size.height / pixelsOf(page.height));
  return (
    <div className="print-preview" ref={room} role="img" aria-label={say('预览', 'Preview')} data-testid="print-preview">
      {failure && <p className="fault">{say(failure.message)}</p>}
      {!failure && !content && <p className="soft">{say('正在排版…', 'Laying out…')}</p>}
      {content && scale > 0 && (
        <div className="print-paper" inert style={{ width: pixelsOf(page.width) * scale, height: pixelsOf(page.height) * scale }}>
          <div style={{ transform: `scale(${scale})` }}><MapSheet content={content} dots={1} /></div>
        </div>
      )}
    </div>
  );
}

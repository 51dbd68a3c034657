import { Suspense, useMemo, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { formatNumber } from '../../../../data/rules/format.js';
import type { ImportSheet } from '../../../../data/schema/import-plan.js';
import { datums, type Datum } from '../../../../data/schema/vocabularies.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Select } from '../../../ui/select.js';
import { hasPlaces, isDatumOpen, sheetsOf, type PlacedSheet } from './concerns.js';
import { choiceOf, roleOf, withColumnChoices, withSheetChoice } from './import-choices.js';
import { ImportMap, useMapSetting } from './map-props.js';
import { metresText, shiftOf } from './place-shift.js';
import { roleLabel } from './role-options.js';
import { SheetRail, sheetKey } from './sheet-rail.js';
import type { Import } from './use-import.js';
import type { Planned } from './use-plan.js';
import { usePlaces } from './use-places.js';

const unitColumns = (sheet: ImportSheet) => sheet.columns.filter((column) => roleOf(column) !== null && (column.units?.length ?? 0) > 1);

/** In which units and which datum a table's figures are, with the effect of the datum on the map. */
export function StepPlaces({ task, planned }: { task: Import; planned: Planned }) {
  const say = useSay();
  const sheets = sheetsOf(planned.plan, task.choices).filter(({ sheet }) => sheet.noun !== null && (hasPlaces(sheet) || unitColumns(sheet).length > 0));
  const [wanted, setWanted] = useState<string | null>(null);
  const at = sheets.find((placed) => sheetKey(placed) === wanted) ?? sheets.find(({ sheet }) => isDatumOpen(sheet)) ?? sheets.find(({ sheet }) => hasPlaces(sheet)) ?? sheets[0];
  if (!at) return <EmptyState title={say('没有单位和坐标要定', 'No units or datum to settle')}>{say('这些表里没有坐标，也没有要选单位的列。', 'These tables give no places and no column whose unit is open.')}</EmptyState>;
  return (
    <div className="import-split">
      <SheetRail sheets={sheets} at={sheetKey(at)} onChoose={setWanted} countOf={(sheet) => Number(isDatumOpen(sheet))} countWords={() => say('坐标系待确认', 'Datum to be confirmed')} />
      <div className="import-places">
        <div className="import-places-side">
          {hasPlaces(at.sheet) && <DatumChoice key={sheetKey(at)} placed={at} planned={planned} task={task} open={sheets.filter(({ sheet }) => isDatumOpen(sheet))} />}
          <UnitChoices placed={at} task={task} />
        </div>
        {hasPlaces(at.sheet) ? <PlacesMap planId={planned.plan.planId} placed={at} /> : <div className="import-places-none"><EmptyState title={say('这张表没有坐标', 'This table gives no places')} /></div>}
      </div>
    </div>
  );
}

function DatumChoice({ placed, planned, task, open }: { placed: PlacedSheet; planned: Planned; task: Import; open: readonly PlacedSheet[] }) {
  const say = useSay();
  const { file, sheet } = placed;
  const proposed = planned.proposal.files[file]?.sheets.find((entry) => entry.name === sheet.name);
  const chosen = choiceOf(task.choices, file, sheet.name)?.datum !== undefined;
  const from = chosen ? 'chosen' : sheet.datumFrom ?? 'assumed';
  const words = { stated: say('文件写明', 'Stated by the file'), proposed: say('程序提议，请确认', 'Proposed; please confirm'), chosen: say('您选定', 'Chosen by you'), assumed: say('没有依据，暂按此读', 'No evidence; assumed') }[from];
  const evidence = sheet.evidence ?? [];
  const acceptAll = () => task.decide(open.reduce((choices, { file: at, sheet: { name, datum } }) => withSheetChoice(choices, at, name, { datum }), task.choices));
  const choose = (datum: Datum | undefined) => task.decide(withSheetChoice(task.choices, file, sheet.name, { datum }));
  return (
    <section className="import-datum">
      <RadioGroup value={sheet.datum ?? null} onChange={(value) => choose(value as Datum)}>
        <header><Label>{say('坐标系', 'Datum')}</Label><span className={`tag ${from === 'stated' || from === 'chosen' ? 'tag-good' : 'tag-warn'}`}>{words}</span></header>
        {datums.words.map(({ value, label }) => {
          const proof = evidence.find((entry) => entry.datum === value);
          return (
            <Radio key={value} value={value} className="import-datum-card">
              <span className="import-datum-name"><i aria-hidden="true" /><b>{say(label)}</b>{proposed?.datum === value && <small>{say('程序的判断', 'the proposal')}</small>}</span>
              {proof && (
                <span className="import-proof">
                  <span className="import-proof-bar" aria-hidden="true"><i style={{ width: `${proof.points > 0 ? Math.round((100 * proof.inside) / proof.points) : 0}%` }} /></span>
                  <span className="figures">{say(`${formatNumber(proof.inside)} / ${formatNumber(proof.points)} 点在本地`, `${formatNumber(proof.inside)} of ${formatNumber(proof.points)} points local`)}{proof.medianMetres !== undefined && <em>{say(`离已知位置 ${metresWords(proof.medianMetres)}`, `${metresWords(proof.medianMetres)} from known places`)}</em>}</span>
                  <span>{say(proof.reason)}</span>
                </span>
              )}
            </Radio>
          );
        })}
      </RadioGroup>
      <div className="import-datum-foot">
        {from === 'proposed' || from === 'assumed' ? <Button small icon="check" onPress={() => { if (sheet.datum) choose(sheet.datum); }}>{say(`就用 ${sheet.datum ?? ''}`, `Use ${sheet.datum ?? ''}`)}</Button> : null}
        {open.length > 1 && <Button small onPress={acceptAll}>{say(`${open.length} 张都照程序的判断`, `Accept all ${open.length} proposals`)}</Button>}
        {chosen && <Button small icon="undo" onPress={() => choose(undefined)}>{say('恢复程序的判断', 'Back to the proposal')}</Button>}
      </div>
    </section>
  );
}

const metresWords = (metres: number) => { const { value, unit } = metresText(metres); return `${value} ${unit}`; };

function UnitChoices({ placed, task }: { placed: PlacedSheet; task: Import }) {
  const say = useSay();
  const { file, sheet } = placed;
  const columns = unitColumns(sheet);
  const own = choiceOf(task.choices, file, sheet.name)?.columns ?? {};
  if (columns.length === 0) return null;
  return (
    <section className="import-units">
      <h3>{say('单位', 'Units')}</h3>
      <ul>
        {columns.map((column) => (
          <li key={column.column} className={own[column.column]?.unit ? 'import-unit-changed' : ''}>
            <span className="import-letter figures">{column.column}</span>
            <span className="import-unit-words"><b>{roleLabel(roleOf(column) ?? '', sheet.noun ?? 'asset', say.language)}</b><small>{[column.header, ...(column.examples ?? []).filter(Boolean).slice(0, 2)].join(' · ')}</small></span>
            <Select label={say(`「${column.header}」的单位`, `Unit of “${column.header}”`)} value={column.unit ?? null} placeholder={say('选单位', 'Unit')} options={(column.units ?? []).map((unit) => ({ value: unit, label: unit }))}
              onChange={(unit) => task.decide(withColumnChoices(task.choices, file, sheet.name, { [column.column]: { ...own[column.column], unit } }))} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PlacesMap({ planId, placed }: { planId: string; placed: PlacedSheet }) {
  const say = useSay();
  const setting = useMapSetting();
  const { file, sheet } = placed;
  const { known, waiting, failure } = usePlaces(planId, file, sheet.name, sheet.datum);
  const [active, setActive] = useState<string | null>(null);
  const places = known?.places;
  const shift = useMemo(() => shiftOf(places ?? []), [places]);
  const marks = useMemo(() => (places ?? []).map((place) => ({ ...place, category: place.category ?? sheet.category })), [places, sheet.category]);
  const describe = (key: string) => {
    const place = places?.find((entry) => entry.key === key);
    if (!place) return '';
    const { moved, fromKnown } = shiftOf([place]);
    return [moved !== null && moved >= 0.5 ? say(`移 ${metresWords(moved)}`, `moved ${metresWords(moved)}`) : '', fromKnown !== null ? say(`离账上位置 ${metresWords(fromKnown)}`, `${metresWords(fromKnown)} from the known place`) : ''].filter(Boolean).join(' · ');
  };
  return (
    <div className={`import-places-map ${waiting ? 'import-waiting' : ''}`} data-testid="import-places-map">
      <Suspense fallback={null}>
        <ImportMap {...setting} label={say('各行的位置，方向键移动，加减键缩放', 'Where the rows lie; arrow keys move, plus and minus zoom')} marks={marks} lookAt={known?.of ?? ''} active={active} onActive={setActive} describe={describe} />
      </Suspense>
      <div className="import-map-legend">
        <p><i className="import-sign-read" />{say('按文件里的数字直接放', 'The figures as they stand')}</p>
        <p><i className="import-sign-stand" />{say(`按 ${sheet.datum ?? ''} 换算后`, `As ${sheet.datum ?? ''}`)}</p>
        {shift.known > 0 && <p><i className="import-sign-known" />{say('账上同一资产的位置', 'The same asset in the ledger')}</p>}
      </div>
      {failure ? <p className="import-map-fault" role="alert">{say(failure.message)}</p> : (
        <dl className="import-shift" data-testid="import-shift">
          <div><dt>{say('有坐标', 'Places')}</dt><dd><b className="figures">{formatNumber(shift.points)}</b>{known && known.total > known.places.length && <small>{say(`共 ${formatNumber(known.total)}`, `of ${formatNumber(known.total)}`)}</small>}</dd></div>
          <Metres label={say('换算移动（中位）', 'Median shift')} metres={shift.moved} />
          {shift.known > 0 && <Metres label={say(`离账上位置（${shift.known} 处）`, `From known places (${shift.known})`)} metres={shift.fromKnown} />}
        </dl>
      )}
    </div>
  );
}

function Metres({ label, metres }: { label: string; metres: number | null }) {
  const say = useSay();
  const { value, unit } = metresText(metres ?? 0);
  return <div><dt>{label}</dt><dd><b className="figures">{metres === null ? '—' : value}</b>{metres !== null && <small>{unit === 'm' ? say('米', 'm') : say('公里', 'km')}</small>}</dd></div>;
}

import { useId } from 'react';
import { clockText } from '../../../../data/rules/stage/clock.js';
import { withinStop } from '../../../../data/rules/tour/draft-tour.js';
import type { Text } from '../../../../data/schema/text.js';
import { stopKinds, stopSchemas, stopSeconds, type Stop } from '../../../../data/schema/tour.js';
import { metaOf } from '../../../../data/schema/field.js';
import { useSay } from '../../../state/language.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Button } from '../../../ui/button.js';
import { CameraField } from './camera-field.js';
import { KindFields } from './kind-fields.js';

/** A change of a stop's fields; `soon` while it is being typed. */
export type ChangeFields = (fields: Readonly<Record<string, unknown>>, soon?: boolean) => void;
const { title: titleField, line: lineField, notes: notesField, seconds: secondsField } = stopSchemas.cover.shape;
const framed: ReadonlySet<Stop['kind']> = new Set(['overview', 'asset', 'project', 'explore', 'comparison']);
const quarters = [15, 30, 45, 60, 90, 120] as const;

/** What a stop says and shows. Texts are saved as they are typed, after a pause and on leaving; none of them touches the camera. */
export function StopForm({ stop, content, readOnly, onChange, onDone }: { stop: Stop; content: StageContent; readOnly: boolean; onChange: ChangeFields; onDone: () => void }) {
  const say = useSay();
  const base = useId();
  const both = (key: 'title' | 'line', label: Text, help: Text | undefined) => {
    const value = stop[key];
    const part = (language: 'zh' | 'en') => (
      <input className="input" lang={language} id={`${base}-${key}-${language}`} aria-label={`${say(label)} · ${language === 'zh' ? say('中文', 'Chinese') : say('英文', 'English')}`} placeholder={language === 'zh' ? '中文' : 'English'} readOnly={readOnly} maxLength={200}
        value={value?.[language] ?? ''} onBlur={onDone}
        onChange={(event) => { const next: { zh?: string; en?: string } = { ...value, [language]: event.target.value || undefined }; onChange({ [key]: next.zh || next.en ? JSON.parse(JSON.stringify(next)) : undefined }, true); }} />
    );
    return <div className="stop-field"><span className="label">{say(label)}</span>{part('zh')}{part('en')}{help && <p className="help">{say(help)}</p>}</div>;
  };
  return (
    <section className="stop-form" aria-label={say('这一站的内容', 'What this stop holds')}>
      <h2>{say.word(stopKinds, stop.kind)}</h2>
      {both('title', metaOf(titleField).label, metaOf(titleField).help)}
      {both('line', metaOf(lineField).label, undefined)}
      <KindFields stop={stop} content={content} readOnly={readOnly} onChange={onChange} onDone={onDone} />
      <div className="stop-field" role="group" aria-label={say(metaOf(secondsField).label)}>
        <label className="label" htmlFor={`${base}-seconds`}>{say(metaOf(secondsField).label)}</label>
        <div className="stop-seconds">
          <input id={`${base}-seconds`} className="input figures" type="number" min={stopSeconds.least} max={stopSeconds.most} step={5} readOnly={readOnly} key={stop.seconds} defaultValue={stop.seconds}
            onBlur={(event) => { const next = withinStop(Number(event.target.value) || stop.seconds); event.target.value = String(next); if (next !== stop.seconds) onChange({ seconds: next }); }} onKeyDown={(event) => { if (event.key === 'Enter') event.currentTarget.blur(); }} />
          <span className="soft">{say('秒', 's')}</span>
          {quarters.map((seconds) => <Button key={seconds} small isDisabled={readOnly} className={seconds === stop.seconds ? 'stop-on' : ''} label={say(`${seconds} 秒`, `${seconds} seconds`)} onPress={() => onChange({ seconds })}>{clockText(seconds)}</Button>)}
        </div>
      </div>
      {framed.has(stop.kind) && <CameraField stop={stop} content={content} readOnly={readOnly} onChange={onChange} />}
      <div className="stop-field">
        <label className="label" htmlFor={`${base}-notes`}>{say(metaOf(notesField).label)}<span className="field-audience">{say('内部', 'Internal')}</span></label>
        <textarea id={`${base}-notes`} className="input stop-notes" rows={6} maxLength={4_000} readOnly={readOnly} value={stop.notes ?? ''} onChange={(event) => onChange({ notes: event.target.value || undefined }, true)} onBlur={onDone} />
        <p className="help">{say('只在讲解台上看得到。', 'Seen on the presenter console alone.')}</p>
      </div>
    </section>
  );
}

import { Fragment, useLayoutEffect, useRef, useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { creditWords, type Credits } from '../../data/rules/map/credits.js';
import type { Text } from '../../data/schema/text.js';
import { useSay } from '../state/language.js';
import { Button } from './button.js';
import './map-credits.css';

/**
 * The words at a map's lower edge: each sheet with its 审图号 or that it has none, 示意图, 示例数据, who made it. Over two lines they fold;
 * the key beside them shows all, with datum and licence. `notes` come first and say what is amiss.
 */
export function MapCredits({ credits, sample, notes = [], className = '' }: { credits: Credits; sample: boolean; notes?: readonly Text[]; className?: string }) {
  const say = useSay();
  const line = useRef<HTMLParagraphElement>(null);
  const [isCut, setIsCut] = useState(false);
  const words = [...notes.map((note) => say(note)), ...creditWords(credits, say.language, { sample })];
  const all = words.join(' · ');
  useLayoutEffect(() => {
    const node = line.current;
    if (!node) return undefined;
    const measure = () => setIsCut(node.scrollHeight > node.clientHeight + 2);
    const watcher = new ResizeObserver(measure);
    watcher.observe(node);
    measure();
    return () => watcher.disconnect();
  }, [all]);
  if (all === '') return null;
  return (
    <div className={`map-credits ${className}`} data-cut={isCut || undefined}>
      {/* Each stays in one piece where it can: no line breaks between 无 and 审图号. */}
      <p ref={line}>{words.map((word, at) => <Fragment key={word}>{at > 0 && ' '}<span>{word}{at < words.length - 1 && ' ·'}</span></Fragment>)}</p>
      {credits.lines.length > 0 && (
        <DialogTrigger>
          <Button small tone="quiet" icon="info" className="map-credits-key" label={say('底图的来源与审图号', 'Sources and approval numbers of the map')}>{isCut ? say('全部', 'All') : undefined}</Button>
          <Popover className="popover map-credits-all" placement="top end"><Dialog aria-label={say('底图的来源与审图号', 'Sources and approval numbers of the map')}><AllCredits credits={credits} sample={sample} /></Dialog></Popover>
        </DialogTrigger>
      )}
    </div>
  );
}

/** Everything that is said of the sheets, one after the other. */
function AllCredits({ credits, sample }: { credits: Credits; sample: boolean }) {
  const say = useSay();
  return (
    <>
      <h3>{say('这幅地图的底图', 'The sheets of this map')}</h3>
      <ol>
        {credits.lines.map((line) => (
          <li key={line.id}>
            <b>{say(line.name)}</b>{line.schematic && <em className="tag">{say('示意图', 'Schematic')}</em>}
            <dl>
              <div><dt>{say('审图号', 'Approval')}</dt><dd>{line.approvalNumber ?? say('无审图号', 'No approval number')}</dd></div>
              {say(line.attribution) && <div><dt>{say('来源', 'Source')}</dt><dd>{say(line.attribution)}</dd></div>}
              <div><dt>{say('坐标系', 'Datum')}</dt><dd>{line.datum}</dd></div>
              {say(line.licence) && <div><dt>{say('许可', 'Licence')}</dt><dd>{say(line.licence)}</dd></div>}
            </dl>
          </li>
        ))}
      </ol>
      {sample && <p className="help">{say('示例数据：资产与地形均系虚构。', 'Sample data: assets and terrain are invented.')}</p>}
    </>
  );
}

import { useMemo } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { MapSheet, PackInspection } from '../../../data/contract.js';
import { formatNumber } from '../../../data/rules/format.js';
import type { MapPack } from '../../../data/schema/map-pack.js';
import { useSay } from '../../state/language.js';
import { Icon } from '../../ui/icon.js';
import type { How } from './pack-add-dialog.js';
import { PackForm } from './pack-form.js';
import { PackSamples } from './pack-samples.js';
import { PackTrial } from './pack-trial.js';
import { boundsWords, containerNames, formatWords, sizeWords, zoomWords } from './pack-words.js';

/** Everything about a pack that waits to be taken in: what it is, whether it fits, what is to be said of it, where its tiles are to be. */
export function PackReview({ inspection, pack, how, isFixed, onPack, onHow }: {
  inspection: PackInspection; pack: MapPack; how: How; isFixed: boolean; onPack: (pack: MapPack) => void; onHow: (how: How) => void;
}) {
  const say = useSay();
  const { inspectionId, proposal } = inspection;
  const kind: MapSheet['kind'] = proposal.format === 'mvt' ? 'features' : 'pictures';
  const sampled = useMemo<MapSheet>(() => ({ id: inspectionId, kind, shown: true, opacity: 1, pack: proposal }), [inspectionId, kind, proposal]);
  return (
    <div className="pack-review">
      <section className="pack-what">
        <h3>{say('这是什么', 'What it is')}</h3>
        <PackFacts pack={pack} bytes={inspection.bytes} tiles={inspection.tiles} />
        {inspection.faults.length > 0 && (
          <ul className="pack-faults" aria-label={say('要留意', 'To be noted')}>{inspection.faults.map((fault) => <li key={fault.en}><Icon name="warning" size={17} /><span>{say(fault)}</span></li>)}</ul>
        )}
        <h4>{say('瓦片样张', 'Sample tiles')}</h4>
        <PackSamples sheet={sampled} samples={inspection.samples} />
      </section>
      <section className="pack-fit">
        <h3>{say('哪一幅对得上？', 'Which one fits?')}</h3>
        <p className="help">{say('红圈是账本里已知的资产。看哪一幅的房屋、道路正好落在圈里，选它。', 'Red rings are assets whose place is known. Choose the picture whose houses and roads lie right under them.')}</p>
        <PackTrial id={inspectionId} kind={kind} pack={pack} datums={inspection.datums} schemes={inspection.schemes} isFixed={isFixed} onPack={onPack} />
      </section>
      <section className="pack-said">
        <h3>{say('图上怎么标', 'What the map says')}</h3>
        <PackForm pack={pack} isFixed={isFixed} onPack={onPack} />
      </section>
      <section className="pack-where">
        <h3>{say('瓦片放在哪里', 'Where the tiles are')}</h3>
        <RadioGroup className="pack-hows" aria-label={say('瓦片放在哪里', 'Where the tiles are')} value={how} isDisabled={isFixed} onChange={(value) => onHow(value as How)}>
          <Radio value="copy" className="pack-how"><i aria-hidden="true" /><span><b>{say('拷进账本', 'Copy into the ledger')}</b><small>{inspection.bytes > 0 ? say(`账本搬到哪里，底图就带到哪里；占 ${sizeWords(inspection.bytes)}。`, `It goes wherever the ledger goes; takes ${sizeWords(inspection.bytes)}.`)
            : say('账本搬到哪里，底图就带到哪里；合成一个文件，大小同这些瓦片差不多。', 'It goes wherever the ledger goes, in one file about as large as the tiles.')}</small></span></Radio>
          <Radio value="link" className="pack-how"><i aria-hidden="true" /><span><b>{say('只做链接', 'Link only')}</b><small>{say('瓦片留在原处，不占地方；原文件挪走或换了电脑，就看不到。', 'The tiles stay where they are and take no room; once they are moved, or on another computer, it is not seen.')}</small></span></Radio>
        </RadioGroup>
      </section>
    </div>
  );
}

/** What a pack is, in figures. Of a folder nobody knows the size before all of it is read. */
export function PackFacts({ pack, bytes, tiles }: { pack: MapPack; bytes: number | null; tiles: number | null }) {
  const say = useSay();
  const facts: readonly (readonly [string, string])[] = [
    [say('形式', 'Form'), say(containerNames[pack.container])],
    [say('瓦片', 'Tiles'), formatWords(pack, say)],
    [say('级别', 'Levels'), zoomWords(pack, say)],
    ...(tiles === null ? [] : [[say('块数', 'Count'), formatNumber(tiles)] as const]),
    ...(bytes === null || bytes === 0 ? [] : [[say('大小', 'Size'), sizeWords(bytes)] as const]),
    [say('范围', 'Bounds'), boundsWords(pack.bounds, say)],
  ];
  return <dl className="pack-facts">{facts.map(([label, words]) => <div key={label}><dt>{label}</dt><dd className="figures">{words}</dd></div>)}</dl>;
}

import { areaOf, compareAreas } from '../../../../data/rules/geometry/area.js';
import { boundaryOf, partsOf, type Parts } from '../../../../data/rules/geometry/rings.js';
import { formatNumber } from '../../../../data/rules/format.js';
import type { Asset } from '../../../../data/schema/asset.js';
import type { DrawingState } from '../../../map/boundary-editor.js';
import { useSay, type Say } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { areaWords } from './distance-words.js';

interface Props {
  readonly record: Asset;
  readonly readOnly: boolean;
  /** The drawing in hand, and whether it differs from what is stored. */
  readonly drawing: DrawingState | null;
  readonly changed: boolean;
  readonly onBegin: () => void;
  readonly onPaste: () => void;
  readonly onRemove: () => void;
  readonly onTakeArea: () => void;
  readonly onStore: (withArea: boolean) => void;
  readonly onDiscard: () => void;
}

/** The asset's area on the ground in figures: parts, size, and how it stands to the stated one. */
export function BoundarySection({ record, readOnly, drawing, changed, onBegin, onPaste, onRemove, onTakeArea, onStore, onDiscard }: Props) {
  const say = useSay();
  const parts = drawing ? drawing.parts : partsOf(record.boundary);
  const open = drawing !== null && drawing.drawing !== null && drawing.corners > 0;
  const blocked = drawing !== null && (drawing.faults.length > 0 || open);
  const area = drawnArea(parts);
  const crossing = drawing?.faults.some(({ code }) => code !== 'outside-china') ?? false;
  const comparison = area === null || crossing ? undefined : compareAreas(area, record.siteArea);
  const takes = area !== null && !crossing && (comparison === undefined || Math.abs(comparison.share) > 0.000_5);
  return (
    <section className="fields-section site-section" data-field="boundary">
      <h3>{say('范围', 'Boundary')}</h3>
      {drawing?.faults.map((fault) => <p key={fault.code} className="fault site-fault" role="alert"><Icon name="warning" size={17} />{say(fault.message)}</p>)}
      {area === null && !drawing && <p className="soft">{say('还没有范围线。', 'No boundary yet.')}</p>}
      {(area !== null || drawing) && (
        <dl className="site-areas" aria-live="polite">
          <div><dt>{say('图上面积', 'Drawn area')}</dt><dd className="figures" data-testid="site-area">{area === null || crossing ? '—' : areaWords(area, say)}</dd></div>
          <div><dt>{say('账面面积', 'Stated area')}</dt><dd className="figures">{record.siteArea === undefined ? say('未填', 'Not given') : areaWords(record.siteArea, say)}</dd></div>
          {comparison && <div><dt>{say('相差', 'Difference')}</dt><dd className={`figures ${comparison.marked ? 'site-marked' : ''}`} data-testid="site-difference">{share(comparison.share)}{comparison.marked && say(' · 超过 20%，请核对', ' · over 20%, please check')}</dd></div>}
          {partsWords(parts, say) !== '' && <div><dt>{say('组成', 'Made of')}</dt><dd>{partsWords(parts, say)}</dd></div>}
        </dl>
      )}
      {drawing && open && drawing.faults.length === 0 && <p className="help">{drawing.corners < 3 ? say('至少三个角点。', 'At least three corners.') : say('点第一个角点，或按 Enter，完成这一块。', 'Press the first corner, or Enter, to finish this part.')}</p>}
      {drawing && (
        <div className="site-actions site-actions-drawing">
          <Button tone="primary" small icon="check" isDisabled={!changed || blocked} onPress={() => onStore(false)}>{say('存范围', 'Store the boundary')}</Button>
          {takes && <Button small isDisabled={!changed || blocked} onPress={() => onStore(true)}>{say('存范围，并用作占地面积', 'Store, and as the site area')}</Button>}
          <Button small onPress={onDiscard}>{changed ? say('不存', 'Discard') : say('结束', 'Done')}</Button>
        </div>
      )}
      {!drawing && !readOnly && (
        <div className="site-actions">
          <Button small icon="polygon" onPress={onBegin}>{record.boundary ? say('修改范围', 'Edit the boundary') : say('画范围', 'Draw the boundary')}</Button>
          <Button small icon="import" onPress={onPaste}>{say('粘贴范围', 'Paste a boundary')}</Button>
          {takes && <Button small onPress={onTakeArea}>{say('用图上面积作占地面积', 'Take it as the site area')}</Button>}
          {record.boundary && <Button small tone="danger" icon="remove" onPress={onRemove}>{say('删除范围', 'Delete')}</Button>}
        </div>
      )}
    </section>
  );
}

function drawnArea(parts: Parts): number | null {
  const boundary = boundaryOf(parts);
  return boundary ? areaOf(boundary) : null;
}

const share = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${formatNumber(Math.abs(value) * 100, 1)}%`;

function partsWords({ outers, holes }: Parts, say: Say): string {
  const corners = [...outers, ...holes].reduce((sum, ring) => sum + ring.length - 1, 0);
  if (outers.length === 0) return '';
  return [
    say(`${outers.length} 块`, `${outers.length} ${outers.length === 1 ? 'part' : 'parts'}`),
    ...(holes.length > 0 ? [say(`挖空 ${holes.length} 处`, `${holes.length} ${holes.length === 1 ? 'hole' : 'holes'}`)] : []),
    say(`${corners} 个角点`, `${corners} corners`),
  ].join(say('，', ', '));
}

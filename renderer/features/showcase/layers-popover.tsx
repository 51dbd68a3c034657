import { Dialog, Slider, SliderThumb, SliderTrack, Switch, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { ReactNode } from 'react';
import { creditsOf } from '../../../data/rules/map/credits.js';
import { categories, type Category } from '../../../data/schema/vocabularies.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { Segmented } from '../../ui/segmented.js';
import { shownKey } from './map-keys.js';
import { lookAtSheet, setBoundaries, setHeat, useTools } from './tool-store.js';

const Turn = ({ on, onChange, children }: { on: boolean; onChange: (on: boolean) => void; children: ReactNode }) => (
  <Switch className="layers-switch" isSelected={on} onChange={onChange}><span>{children}</span><i className="switch-track" /></Switch>
);

/** 图层: heat, boundaries and the sheets of the map, for this screen and only for now. */
export function LayersPanel() {
  const say = useSay();
  const heat = useTools((state) => state.heat);
  const boundaries = useTools((state) => state.boundaries);
  const looks = useTools((state) => state.sheets);
  const sheets = useProgram((state) => state.maps) ?? [];
  const choose = (category: Category | null) => setHeat({ category, of: heat?.of ?? 'assets' });
  return (
    <Dialog className="layers" aria-label={say('图层', 'Layers')}>
      <section>
        <Turn on={heat !== null} onChange={(on) => setHeat(on ? { category: null, of: 'assets' } : null)}>{say('热力图', 'Heat map')}<kbd>{shownKey('heat')}</kbd></Turn>
        {heat && (
          <>
            <ToggleButtonGroup className="layers-kinds" aria-label={say('热力图的类别', 'Kind on the heat map')} selectionMode="single" disallowEmptySelection selectedKeys={[heat.category ?? 'all']} onSelectionChange={(keys) => { const [first] = keys; choose(first === 'all' || first === undefined ? null : first as Category); }}>
              <ToggleButton id="all">{say('全部', 'All')}</ToggleButton>
              {categories.words.map(({ value, label }) => <ToggleButton key={value} id={value}><CategoryBadge category={value} size={18} />{say(label)}</ToggleButton>)}
            </ToggleButtonGroup>
            <Segmented label={say('热力图按什么算', 'What the heat map counts')} value={heat.of} onChange={(of) => setHeat({ ...heat, of })} options={[{ value: 'assets', label: say('按宗数', 'By number') }, { value: 'area', label: say('按面积', 'By area') }]} />
          </>
        )}
      </section>
      <section><Turn on={boundaries} onChange={setBoundaries}>{say('资产范围线', 'Boundaries of assets')}</Turn></section>
      {sheets.length > 0 && (
        <section>
          <h3>{say('底图', 'Maps')}<small>{say('只改这块屏幕，不保存', 'This screen only; not stored')}</small></h3>
          {/* The uppermost sheet stands at the top, as it lies. */}
          {sheets.toReversed().map((sheet) => {
            const shown = looks[sheet.id]?.shown ?? sheet.shown;
            const name = creditsOf([{ ...sheet, shown: true }]).lines[0]!.name;
            const opacity = looks[sheet.id]?.opacity ?? sheet.opacity;
            return (
              <div key={sheet.id} className="layers-sheet">
                <Turn on={shown} onChange={(on) => lookAtSheet(sheet.id, { shown: on })}>{say(name)}</Turn>
                <Slider aria-label={say(`${name.zh}的浓淡`, `Opacity of ${name.en}`)} value={Math.round(opacity * 100)} minValue={10} maxValue={100} step={5} isDisabled={!shown} onChange={(value) => lookAtSheet(sheet.id, { opacity: value / 100 })} className="layers-slider">
                  <SliderTrack className="layers-track">{({ state }) => <><i style={{ width: `${state.getThumbPercent(0) * 100}%` }} /><SliderThumb className="layers-thumb" /></>}</SliderTrack>
                </Slider>
                <small className="figures">{Math.round(opacity * 100)}%</small>
              </div>
            );
          })}
        </section>
      )}
    </Dialog>
  );
}

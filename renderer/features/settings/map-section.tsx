import { useMemo, useState } from 'react';
import type { MapSheet } from '../../../data/contract.js';
import { creditOf } from '../../../data/rules/map/credits.js';
import { movedSheet, withoutSheet, withSheet } from '../../../data/rules/map/sheet-edits.js';
import { shippedPack } from '../../../data/schema/map-pack.js';
import { useSay } from '../../state/language.js';
import { tell, useProgram } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { UndoButtons } from '../../ui/undo-buttons.js';
import { useMapEdits } from './map-section-edits.js';
import { PackRelinkDialog } from './pack-relink-dialog.js';
import { MapStackPreview } from './map-section-preview.js';
import { MapSheetRow } from './map-section-row.js';
import { UnusedPacks } from './map-section-unused.js';
import { useStoredPacks } from './map-section-stored.js';
import { useRowDrag } from './map-section-drag.js';
import { PackAddDialog } from './pack-add-dialog.js';
import { PackDetailsDialog } from './pack-details-dialog.js';
import { Part } from './part.js';
import './map-section.css';

/** The schema holds no more. */
const mostSheets = 20;
type Asked = { readonly what: 'add' } | { readonly what: 'details' | 'relink'; readonly sheet: MapSheet };

/** 底图: the sheets of the map, one over the other, and the packs that they are made of. */
export function MapSection() {
  const say = useSay();
  const readOnly = useProgram((state) => (state.status?.readOnly ?? true) || (state.status?.missing ?? false));
  const isKnown = useProgram((state) => state.maps !== null);
  const edits = useMapEdits();
  const { packs, failure, reload } = useStoredPacks();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { sheets } = edits;
  const fromTop = useMemo(() => sheets.toReversed(), [sheets]);
  const nameOf = (sheet: MapSheet) => creditOf(sheet).name;
  const places = sheets.length;

  /** Lays a sheet at a place counted from the top, as the list shows them. */
  const moveTo = (sheet: MapSheet, fromTopPlace: number) => {
    const next = movedSheet(sheets, sheet.id, places - 1 - fromTopPlace);
    if (next.every(({ id }, at) => sheets[at]?.id === id)) return;
    void edits.change(next, { zh: `调整底图「${nameOf(sheet).zh}」的上下次序`, en: `Reorder the map “${nameOf(sheet).en}”` });
  };
  const drag = useRowDrag((id, place) => { const sheet = sheets.find((other) => other.id === id); if (sheet) moveTo(sheet, place); });
  const remove = async (sheet: MapSheet) => {
    const name = nameOf(sheet);
    if (await edits.change(withoutSheet(sheets, sheet.id), { zh: `取下底图「${name.zh}」`, en: `Take the map “${name.en}” off` })) {
      tell({ zh: `「${name.zh}」已从地图上取下，可以撤销。`, en: `“${name.en}” was taken off the map; it can be undone.` });
    }
  };
  const layShipped = () => void edits.change([{ id: shippedPack, shown: true, opacity: 1, kind: 'schematic' }, ...sheets], { zh: '放回示例乡示意图', en: 'Lay the sample schematic again' });
  const hasShipped = sheets.some(({ id }) => id === shippedPack);
  return (
    <>
      <Part title={say('底图', 'Maps')}
        note={say('上面的盖住下面的。每改一处立即在总览等各张地图上看到，可以撤销。', 'Upper sheets cover lower ones. Every change is seen at once on all maps and can be undone.')}
        actions={<>{!readOnly && <><UndoButtons /><Button tone="primary" icon="add" isDisabled={places >= mostSheets} onPress={() => setAsked({ what: 'add' })}>{say('添加底图', 'Add a map')}</Button></>}</>}>
        <div className="map-section">
          <div className="map-section-stack">
            {isKnown && places === 0 && <NoMaps readOnly={readOnly} onAdd={() => setAsked({ what: 'add' })} />}
            <ol className="map-section-list" aria-label={say('底图，最上面的在前', 'Maps, the uppermost first')}>
              {fromTop.map((sheet, at) => (
                <MapSheetRow key={sheet.id} sheet={sheet} stored={packs?.find(({ id }) => id === sheet.id)} place={at} places={places} readOnly={readOnly} drag={drag}
                  onMove={(place) => moveTo(sheet, place)}
                  onShow={(shown) => void edits.change(withSheet(sheets, sheet.id, { shown }), shown ? { zh: `显示底图「${nameOf(sheet).zh}」`, en: `Show the map “${nameOf(sheet).en}”` } : { zh: `隐藏底图「${nameOf(sheet).zh}」`, en: `Hide the map “${nameOf(sheet).en}”` })}
                  onTryOpacity={(opacity) => edits.try(withSheet(sheets, sheet.id, { opacity }))}
                  onOpacity={(opacity) => void edits.change(withSheet(sheets, sheet.id, { opacity }), { zh: `底图「${nameOf(sheet).zh}」的浓淡`, en: `Opacity of the map “${nameOf(sheet).en}”` })}
                  onDetails={() => setAsked({ what: 'details', sheet })} onRelink={() => setAsked({ what: 'relink', sheet })} onRemove={() => void remove(sheet)} />
              ))}
            </ol>
            {!hasShipped && !readOnly && isKnown && places < mostSheets && (
              <p className="map-section-shipped"><span className="soft">{say('随程序提供的「示例乡示意图」没有放在地图上。', 'The schematic that ships with the program is not on the map.')}</span><Button small onPress={layShipped}>{say('放到最下面', 'Lay it lowest')}</Button></p>
            )}
            {places >= mostSheets && <p className="help">{say(`最多叠 ${mostSheets} 层；请先取下一层再添加。`, `At most ${mostSheets} sheets; take one off to add another.`)}</p>}
            {failure && <p className="fault" role="alert">{say(failure.message)}</p>}
          </div>
          <MapStackPreview sheets={sheets} />
        </div>
      </Part>
      {packs && <UnusedPacks packs={packs} readOnly={readOnly} onChanged={reload} />}
      {asked?.what === 'add' && <PackAddDialog onClose={() => { setAsked(null); reload(); }} />}
      {asked?.what === 'details' && <PackDetailsDialog sheet={asked.sheet} stored={packs?.find(({ id }) => id === asked.sheet.id)} readOnly={readOnly} onClose={() => setAsked(null)}
        onSave={(pack) => edits.change(withSheet(sheets, asked.sheet.id, { pack }), { zh: `修改底图「${pack.name}」的说明`, en: `Change what is said of the map “${pack.name}”` })} />}
      {asked?.what === 'relink' && <PackRelinkDialog sheet={asked.sheet} onClose={() => { setAsked(null); reload(); }} />}
    </>
  );
}

/** What stands where no sheet is left: plain paper, and the way to a map. */
function NoMaps({ readOnly, onAdd }: { readOnly: boolean; onAdd: () => void }) {
  const say = useSay();
  return (
    <div className="map-section-none">
      <Icon name="layers" size={30} />
      <h3>{say('地图上没有底图', 'There is no map under the assets')}</h3>
      <p className="soft">{say('资产照样标在白纸上。水经注、奥维、QGIS 等导出的 PMTiles、MBTiles 和瓦片文件夹都可以添加，不需要联网。', 'Assets are still marked on plain paper. PMTiles, MBTiles and folders of tiles can be added; no network is needed.')}</p>
      {!readOnly && <Button tone="primary" icon="add" onPress={onAdd}>{say('添加底图', 'Add a map')}</Button>}
    </div>
  );
}

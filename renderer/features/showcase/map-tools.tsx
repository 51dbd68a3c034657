import { DialogTrigger, Popover, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import type { IconName } from '../../ui/icon.js';
import { LayersPanel } from './layers-popover.js';
import { shownKey, type MapKeyId } from './map-keys.js';
import { turnLayers, useTools } from './tool-store.js';

/** One tool: its sign, its name beside it while it is pointed at, its key. */
function ToolButton({ icon, name, keyId, on, isDisabled = false, onPress }: { icon: IconName; name: string; keyId?: MapKeyId; on?: boolean; isDisabled?: boolean; onPress: () => void }) {
  return (
    <TooltipTrigger delay={350} closeDelay={60}>
      <Button icon={icon} label={name} isDisabled={isDisabled} {...(on === undefined ? {} : { 'aria-pressed': on })} className={on ? 'tool-on' : ''} {...(keyId ? { 'aria-keyshortcuts': shownKey(keyId) } : {})} {...(keyId === 'print' ? { 'data-page-print': '' } : {})} onPress={onPress} />
      <Tooltip className="tool-tip" placement="left" offset={8}>{name}{keyId && <kbd>{shownKey(keyId)}</kbd>}</Tooltip>
    </TooltipTrigger>
  );
}

/** What can be done with the map, and how near it is seen. */
export function MapTools({ canCompare, onMatch, onMeasure, onNearby, onCompare, onPrint, onKeys, onAll, onZoom }: {
  canCompare: boolean; onMatch: () => void; onMeasure: () => void; onNearby: () => void; onCompare: () => void; onPrint: () => void; onKeys: () => void; onAll: () => void; onZoom: (steps: number) => void;
}) {
  const say = useSay();
  const tool = useTools((state) => state.tool);
  const pinned = useTools((state) => state.pinnedId !== null);
  const layersOpen = useTools((state) => state.layersOpen);
  return (
    <>
      <div className="map-tools" role="group" aria-label={say('地图工具', 'Map tools')}>
        <ToolButton icon="match" name={say('投资匹配', 'Matching')} keyId="match" on={tool === 'match'} onPress={onMatch} />
        <ToolButton icon="measure" name={say('测量', 'Measure')} keyId="measure" on={tool === 'measure'} onPress={onMeasure} />
        <ToolButton icon="nearby" name={say('附近有什么', 'What is nearby')} keyId="nearby" on={tool === 'nearby'} onPress={onNearby} />
        <ToolButton icon="compare" name={canCompare || pinned ? say('对比', 'Compare') : say('对比：先选一处资产', 'Compare: choose an asset first')} keyId="compare" on={pinned} isDisabled={!canCompare && !pinned} onPress={onCompare} />
        <DialogTrigger isOpen={layersOpen} onOpenChange={turnLayers}>
          <ToolButton icon="layers" name={say('图层', 'Layers')} onPress={() => turnLayers(!layersOpen)} />
          <Popover className="popover" placement="left bottom" offset={10}><LayersPanel /></Popover>
        </DialogTrigger>
        <ToolButton icon="print" name={say('打印地图', 'Print the map')} keyId="print" onPress={onPrint} />
        <ToolButton icon="keyboard" name={say('按键', 'Keys')} keyId="keys" onPress={onKeys} />
      </div>
      <div className="map-tools map-zoom" role="group" aria-label={say('远近', 'Zoom')}>
        <ToolButton icon="home" name={say('看全乡', 'Whole township')} keyId="all" onPress={onAll} />
        <ToolButton icon="add" name={say('放大', 'Zoom in')} keyId="closer" onPress={() => onZoom(1)} />
        <ToolButton icon="minus" name={say('缩小', 'Zoom out')} keyId="farther" onPress={() => onZoom(-1)} />
      </div>
    </>
  );
}

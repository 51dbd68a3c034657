import { useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react';
import { creditsOf } from '../../data/rules/map/credits.js';
import { layersOf, withSheet } from '../../data/rules/map/sheet-edits.js';
import { profileId } from '../../data/schema/ledger.js';
import { useClient } from '../client/current-client.js';
import { failureOf } from '../client/call-failure.js';
import { applyEdits } from '../state/apply-edits.js';
import { useSay } from '../state/language.js';
import { useProgram } from '../state/program-store.js';
import { Button } from './button.js';
import { Icon } from './icon.js';
import { Modal } from './modal.js';
import './map-credits.css';

/**
 * Before something is shown to the public: `ask` goes on at once where every sheet of the map that needs a 审图号 has one, and otherwise
 * says which has none and lets a person hide it, go on all the same, or leave it. `dialog` is to be rendered where the hook is used.
 */
export function usePublicShowing(onGo: () => void): { readonly ask: () => void; readonly dialog: ReactNode } {
  const maps = useProgram((state) => state.maps);
  const [isAsking, setIsAsking] = useState(false);
  const mayBeShown = useMemo(() => creditsOf(maps ?? []).mayBeShown, [maps]);
  const go = useEffectEvent(() => onGo());
  // Once the last such sheet is hidden there is nothing left to ask.
  useEffect(() => { if (isAsking && mayBeShown) { setIsAsking(false); go(); } }, [isAsking, mayBeShown]);
  return {
    ask: () => { if (mayBeShown) onGo(); else setIsAsking(true); },
    dialog: isAsking && !mayBeShown ? <PublicShowingWarning onGo={() => { setIsAsking(false); onGo(); }} onClose={() => setIsAsking(false)} /> : null,
  };
}

function PublicShowingWarning({ onGo, onClose }: { onGo: () => void; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const maps = useProgram((state) => state.maps) ?? [];
  const readOnly = useProgram((state) => (state.status?.readOnly ?? true) || (state.status?.missing ?? false));
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const { unapproved } = creditsOf(maps);
  const isLast = maps.filter(({ shown }) => shown).length <= 1;
  const hide = async (id: string, name: { zh: string; en: string }) => {
    setBusy(id);
    setFault(null);
    try {
      await applyEdits(client, [{ kind: 'set', noun: 'profile', id: profileId, path: 'maps', value: layersOf(withSheet(maps, id, { shown: false })) }], { zh: `隐藏底图「${name.zh}」`, en: `Hide the map “${name.en}”` });
    } catch (error) {
      setFault(say(failureOf(error).message));
    } finally {
      setBusy(null);
    }
  };
  return (
    <Modal title={say('这幅地图还没有审图号', 'This map has no approval number')} width={600} onClose={onClose}
      foot={<>{fault && <p className="fault" role="alert">{fault}</p>}<span className="spacer" /><Button onPress={onClose}>{say('先不展示', 'Do not show it')}</Button><Button tone="danger" isDisabled={busy !== null} onPress={onGo}>{say('仍然继续', 'Go on all the same')}</Button></>}>
      <div className="public-warning">
        <p>{say('公开展示的地图，应当经自然资源主管部门审核，并在图上标注审图号；景区图、街区图、地铁线路图等简单示意图除外（《地图管理条例》第十五至二十二条）。未送审就公开展示，可能受到处罚（第四十九至五十二条）。',
          'A map shown in public is to be reviewed by the natural resources authority and to carry its approval number; simple schematics of a scenic area, a quarter or metro lines are exempt (Regulations on Map Management, arts. 15–22). Showing one that was not reviewed may be penalised (arts. 49–52).')}</p>
        <ul>
          {unapproved.map((line) => (
            <li key={line.id}>
              <Icon name="warning" size={20} /><span><b>{say(line.name)}</b><small>{say('无审图号', 'No approval number')}{say(line.attribution) ? ` · ${say(line.attribution)}` : ''}</small></span>
              {!readOnly && <Button small icon="hidden" isDisabled={busy !== null} onPress={() => void hide(line.id, line.name)}>{busy === line.id ? say('正在隐藏…', 'Hiding…') : say('隐藏这一层', 'Hide this sheet')}</Button>}
            </li>
          ))}
        </ul>
        <p className="help">{isLast && !readOnly
          ? say('隐藏后地图上只剩资产的位置。隐藏可以撤销。有审图号的，请在「设置 · 底图」里填上。', 'Once hidden, only the assets’ positions are left on the map. Hiding can be undone. Where there is a number, enter it in Settings, Maps.')
          : say('隐藏可以撤销。有审图号的，请在「设置 · 底图」里填上；图上会照实标明。', 'Hiding can be undone. Where there is a number, enter it in Settings, Maps; the map says truly what it has.')}</p>
      </div>
    </Modal>
  );
}

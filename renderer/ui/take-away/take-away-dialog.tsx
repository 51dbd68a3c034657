import { useEffect, useState } from 'react';
import { takeAwayParts, type TakeAway, type TakeAwayPart } from '../../../data/contract/take-away-calls.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { useJob } from '../../state/use-job.js';
import { AssetChoice } from '../asset-choice.js';
import { Button } from '../button.js';
import { FolderChooser } from '../folders/folder-chooser.js';
import { Icon, type IconName } from '../icon.js';
import { Modal } from '../modal.js';
import { usePublicShowing } from '../public-showing-warning.js';
import { Segmented } from '../segmented.js';
import { TakeAwayRun } from './take-away-run.js';
import '../leads/leads.css';
import './take-away.css';

const partIcons: Readonly<Record<TakeAwayPart, IconName>> = { brochure: 'ledger', web: 'phone', table: 'projects' };

/** 带走资料: brochure, page and table of the chosen assets alone, made in one step into one folder. All of it is for the public. */
export function TakeAwayDialog({ assetIds, dedication: given = '', onClose }: { assetIds: readonly string[]; dedication?: string; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const habit = useProgram((state) => state.settings.takeAway);
  const today = useProgram((state) => state.overview?.today ?? '');
  const township = useProgram((state) => state.overview?.profile.name);
  const { work, start, cancel, reset } = useJob<TakeAway>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(assetIds));
  const [parts, setParts] = useState<ReadonlySet<TakeAwayPart>>(new Set(habit.parts));
  const [language, setLanguage] = useState(habit.language);
  const [parent, setParent] = useState<string | null>(null);
  const [name, setName] = useState(() => `${township?.zh ?? ''}招商资料 ${today}`.trim());
  const [dedication, setDedication] = useState(given);
  const [choosing, setChoosing] = useState(false);
  useEffect(() => { client.call('takeAway.place', {}).then((found) => setParent((now) => now ?? found.parent), () => undefined); }, [client]);
  const names: Readonly<Record<TakeAwayPart, readonly [string, string]>> = {
    brochure: [say('招商推介手册', 'The brochure'), 'PDF'], web: [say('云招商网页', 'The web page'), 'zip'], table: [say('资产表', 'The table'), 'Excel'],
  };
  const isRunning = work.at === 'running';
  const turn = (part: TakeAwayPart) => { const next = new Set(parts); if (!next.delete(part)) next.add(part); setParts(next); reset(); };
  const fits = chosen.size > 0 && parts.size > 0 && parent !== null && name.trim() !== '';
  const go = () => { if (parent !== null) start(() => client.call('takeAway.start', { assetIds: [...chosen], parts: takeAwayParts.filter((part) => parts.has(part)), language, parent, name: name.trim(), ...(dedication.trim() ? { dedication: dedication.trim() } : {}) })); };
  const { ask, dialog } = usePublicShowing(go);
  return (
    <Modal title={say('带走资料', 'Take-away')} width={860} onClose={onClose} dismissable={!isRunning}
      foot={<><span className="soft">{chosen.size === 0 ? say('先勾选几宗资产', 'Choose some assets first') : parts.size === 0 ? say('手册、网页、表格，至少选一样', 'Choose one of the three at least') : say(`${chosen.size} 宗资产 · 只含可公开的内容`, `${chosen.size} assets · public content only`)}</span><span className="spacer" /><Button isDisabled={isRunning} onPress={onClose}>{say('关闭', 'Close')}</Button><Button tone="primary" icon="export" isDisabled={!fits || isRunning} onPress={ask}>{say('一步做好', 'Make it')}</Button></>}>
      <div className="take-away" inert={isRunning}>
        <div>
          <div className="take-away-parts" role="group" aria-label={say('要哪几样', 'What to make')}>
            {takeAwayParts.map((part) => <button key={part} type="button" className="take-away-part" aria-pressed={parts.has(part)} onClick={() => turn(part)}><Icon name={partIcons[part]} size={28} /><b>{names[part][0]}</b><small>{names[part][1]}</small><i aria-hidden="true">{parts.has(part) && <Icon name="check" size={15} />}</i></button>)}
          </div>
          <label className="lead-field"><span className="label">{say('敬呈（印在手册上，可不填）', 'Given to (in the brochure; may be left out)')}</span><input className="input" autoComplete="off" maxLength={60} value={dedication} onChange={({ target }) => { setDedication(target.value); reset(); }} /></label>
          <div className="take-away-line"><span className="label">{say('语言', 'Language')}</span><Segmented label={say('语言', 'Language')} value={language} onChange={(value) => { setLanguage(value); reset(); }} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} /></div>
          <label className="lead-field"><span className="label">{say('文件夹叫什么', 'Name of the folder')}</span><input className="input" autoComplete="off" maxLength={60} value={name} onChange={({ target }) => { setName(target.value); reset(); }} /></label>
          <div className="take-away-place"><span className="label">{say('放在', 'In')}</span><code>{parent ?? '…'}</code><Button small icon="folder" onPress={() => setChoosing(!choosing)}>{choosing ? say('就放这里', 'Use this one') : say('换个地方', 'Elsewhere')}</Button></div>
        </div>
        <div className="take-away-assets"><p className="label">{say(`只放这些资产（已选 ${chosen.size} 宗）`, `These assets alone (${chosen.size} chosen)`)}</p><AssetChoice chosen={chosen} onChange={(next) => { setChosen(next); reset(); }} /></div>
      </div>
      {choosing && <div className="take-away-folders"><FolderChooser canMake onChange={(found) => { if (found) { setParent(found.folder); reset(); } }} /></div>}
      <TakeAwayRun work={work} onCancel={cancel} />
      {dialog}
    </Modal>
  );
}

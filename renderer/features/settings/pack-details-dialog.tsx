import { useState } from 'react';
import type { MapSheet, StoredPack } from '../../../data/contract.js';
import { schemesOf } from '../../../data/rules/map/pack-schemes.js';
import { packDatums, type MapPack } from '../../../data/schema/map-pack.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { Modal } from '../../ui/modal.js';
import { PackForm, isComplete } from './pack-form.js';
import { PackFacts } from './pack-review.js';
import { PackTrial } from './pack-trial.js';

const datums = packDatums.map((datum) => ({ datum, evidence: null }));

/** What is said of a map that lies on the map already, and how it is meant; stored as one change. */
export function PackDetailsDialog({ sheet, stored, readOnly, onSave, onClose }: {
  sheet: MapSheet; stored: StoredPack | undefined; readOnly: boolean; onSave: (pack: MapPack) => Promise<boolean>; onClose: () => void;
}) {
  const say = useSay();
  const [pack, setPack] = useState(sheet.pack);
  const [isBusy, setIsBusy] = useState(false);
  if (!pack) return null;
  const save = async () => {
    setIsBusy(true);
    if (await onSave({ ...pack, name: pack.name.trim() })) onClose();
    else setIsBusy(false);
  };
  return (
    <Modal title={say(`「${sheet.pack?.name ?? ''}」的说明`, `What is said of “${sheet.pack?.name ?? ''}”`)} width={1000} onClose={onClose}
      foot={<><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" isDisabled={readOnly || isBusy || !isComplete(pack)} onPress={() => void save()}>{isBusy ? say('正在保存…', 'Saving…') : say('保存', 'Save')}</Button></>}>
      <div className="pack-details">
        <PackForm pack={pack} isFixed={isBusy || readOnly} onPack={setPack} />
        <PackFacts pack={pack} bytes={stored?.bytes ?? null} tiles={null} />
        <h3>{say('哪一幅对得上？', 'Which one fits?')}</h3>
        <PackTrial id={sheet.id} kind={sheet.kind} pack={pack} datums={datums} schemes={schemesOf(sheet.pack ?? pack)} isFixed={isBusy || readOnly} onPack={setPack} />
      </div>
    </Modal>
  );
}

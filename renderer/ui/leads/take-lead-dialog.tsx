import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { takenLeadSchema } from '../../../data/contract/lead-calls.js';
import { spokenConsent } from '../../../data/rules/lead/consent.js';
import { phoneSchema, type LeadPerson, type NextStep } from '../../../data/schema/lead.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell, useProgram } from '../../state/program-store.js';
import { useLeadsStatus } from '../../state/use-leads.js';
import { AssetChoice } from '../asset-choice.js';
import { Button } from '../button.js';
import { Icon } from '../icon.js';
import { Modal } from '../modal.js';
import { NextFields, PersonFields } from './lead-fields.js';
import { PassphraseForm, PassphraseMeaning } from './passphrase-form.js';

interface TakeLeadProps {
  readonly way: 'console' | 'desk';
  /** What the person is known to like: what was marked during the show. */
  readonly assetIds?: readonly string[];
  readonly tourId?: string | null;
  readonly onClose: () => void;
  readonly onTaken?: (id: string) => void;
}

/** 登记意向: who, what they want, what comes next; consent given by word of mouth. Where nothing could seal it yet, the passphrase is set first. */
export function TakeLeadDialog({ way, assetIds = [], tourId = null, onClose, onTaken }: TakeLeadProps) {
  const say = useSay();
  const client = useClient();
  const { value: status, reload } = useLeadsStatus();
  const language = useProgram((state) => state.settings.language);
  const [person, setPerson] = useState<LeadPerson>({});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(assetIds));
  const [nextStep, setNextStep] = useState<NextStep | undefined>();
  const [nextAt, setNextAt] = useState<string | undefined>();
  const [agreed, setAgreed] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const isNamed = Boolean(person.name?.trim() || person.organisation?.trim());
  const phoneFits = person.phone === undefined || phoneSchema.safeParse(person.phone).success;
  const fits = isNamed && phoneFits && agreed;
  const save = async () => {
    if (!fits || isSaving) return;
    setIsSaving(true);
    try {
      const lead = takenLeadSchema.parse({ way, person, assetIds: [...chosen], ...(tourId ? { tourId } : {}), language, ...(nextStep ? { nextStep } : {}), ...(nextAt ? { nextAt } : {}), consent: true });
      const { id } = await client.call('leads.take', lead);
      tell({ zh: '意向已登记并加密保存。', en: 'The lead was taken and is kept encrypted.' });
      onTaken?.(id);
      onClose();
    } catch (error) {
      setFault(say(failureOf(error).message));
      setIsSaving(false);
    }
  };
  if (status && !status.ready) return (
    <Modal title={say('先设一个口令', 'Set a passphrase first')} width={560} onClose={onClose}><PassphraseMeaning /><PassphraseForm use="set-up" onDone={() => void reload()} /></Modal>
  );
  return (
    <Modal title={say('登记意向', 'Take a lead')} width={880} onClose={onClose}
      foot={<><span className="soft">{!isNamed ? say('先写姓名或单位', 'Name or organisation first') : !phoneFits ? say('电话不像电话', 'That is no phone number') : !agreed ? say('还没勾选本人同意', 'Consent is not ticked yet') : ''}</span><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" icon="check" isDisabled={!fits || isSaving} onPress={() => void save()}>{say('登记', 'Take it')}</Button></>}>
      <form className="lead-form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <div className="lead-form-person"><PersonFields person={person} keys={['name', 'phone', 'organisation', 'words', 'note']} onChange={setPerson} first /></div>
        <div className="lead-form-rest">
          <p className="label">{say(`看中哪些资产（已选 ${chosen.size} 宗）`, `Assets liked (${chosen.size} chosen)`)}</p>
          <AssetChoice chosen={chosen} onChange={setChosen} />
          <NextFields nextStep={nextStep} nextAt={nextAt} onStep={(step) => setNextStep(step ?? undefined)} onDay={(day) => setNextAt(day ?? undefined)} />
        </div>
        <Checkbox className="lead-consent" isSelected={agreed} onChange={setAgreed}><i className="lead-consent-box" aria-hidden="true">{agreed && <Icon name="check" size={18} />}</i><span>{say(spokenConsent)}</span></Checkbox>
        {fault && <p className="fault" role="alert">{fault}</p>}
        <button type="submit" hidden />
      </form>
    </Modal>
  );
}

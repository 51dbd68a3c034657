import { useEffect, useState } from 'react';
import { Button, Checkbox, TextField, Input, Label } from 'react-aria-components';
import { consentWords } from '../../../data/rules/lead/consent.js';
import { boothLeadSchema, phoneSchema } from '../../../data/schema/lead.js';
import type { Text } from '../../../data/schema/text.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import type { StageContent } from '../../stage/stage-content.js';
import { Icon } from '../../ui/icon.js';
import { AudienceDialog } from '../audience-dialog.js';
import { Said, useScreenSay } from '../screen-language.js';
import { nameOf } from './booth-list.js';
import { LeadKeypad } from './lead-keypad.js';
import './lead-form.css';

/** How long the thanks stand before the screen is the next visitor's, in milliseconds. */
const thanksMs = 4_000;
const longest = { name: 60, phone: 20 } as const;

/**
 * 留下意向: a visitor leaves a name, a phone and what they liked, in twenty seconds. What was looked at is ticked already; digits have keys of their
 * own, so that only the name needs a keyboard. What was written leaves the screen with the form.
 */
export function LeadForm({ content, seen, onClose }: { content: StageContent; seen: readonly string[]; onClose: () => void }) {
  const say = useScreenSay();
  const client = useClient();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [agreed, setAgreed] = useState(false);
  const [state, setState] = useState<'writing' | 'sending' | 'thanks'>('writing');
  const [fault, setFault] = useState<Text | null>(null);
  const liked = seen.flatMap((id) => content.entry(id) ?? []);
  const fits = name.trim() !== '' && phoneSchema.safeParse(phone).success && agreed;
  useEffect(() => {
    if (state !== 'thanks') return;
    const timer = setTimeout(onClose, thanksMs);
    return () => clearTimeout(timer);
  }, [state, onClose]);
  const send = async () => {
    if (!fits || state !== 'writing') return;
    setState('sending');
    try {
      await client.call('public.lead', boothLeadSchema.parse({ name, phone, assetIds: liked.map(({ id }) => id).filter((id) => !left.has(id)), language: say.language, consent: true }));
      setName('');
      setPhone('');
      setState('thanks');
    } catch (error) {
      setFault(failureOf(error).message);
      setState('writing');
    }
  };
  const turn = (id: string) => { const next = new Set(left); if (!next.delete(id)) next.add(id); setLeft(next); };
  const label = say('留下意向', 'Leave your number');
  if (state === 'thanks') return (
    <AudienceDialog label={label} className="lead-thanks" onClose={onClose}>
      <Icon name="check" size={90} /><h2 role="status"><Said zh="收到了，谢谢！" en="Received. Thank you!" /></h2><p><Said zh="我们会尽快与您联系。" en="We will be in touch soon." /></p>
    </AudienceDialog>
  );
  return (
    <AudienceDialog label={label} className="lead-dialog" onClose={onClose}>
      <form className="lead-ask" onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <header><h2><Said zh="留个电话，我们联系您" en="Leave a number, we will call" /></h2><Button className="stage-button stage-button-bare" aria-label={say('不留了', 'Close')} onPress={onClose}><Icon name="close" size={40} /></Button></header>
        <div className="lead-ask-left">
          <TextField className="lead-ask-field" value={name} onChange={setName} maxLength={longest.name} autoFocus><Label><Said zh="怎么称呼您（姓名或单位）" en="Your name or organisation" /></Label><Input autoComplete="off" spellCheck="false" /></TextField>
          <TextField className="lead-ask-field figures" value={phone} onChange={(words) => setPhone(words.slice(0, longest.phone))} type="tel"><Label><Said zh="电话" en="Phone" /></Label><Input autoComplete="off" inputMode="tel" /></TextField>
          {liked.length > 0 && (
            <div className="lead-ask-liked" role="group" aria-label={say('对这些感兴趣', 'Interested in')}>
              <p><Said zh="对这些感兴趣" en="Interested in" /></p>
              <div>{liked.map((entry) => <Button key={entry.id} className="stage-button" aria-pressed={!left.has(entry.id)} data-selected={left.has(entry.id) ? undefined : true} onPress={() => turn(entry.id)}><Icon name={left.has(entry.id) ? 'add' : 'check'} size={28} /><span>{nameOf(entry, say.language)}</span></Button>)}</div>
            </div>
          )}
        </div>
        <LeadKeypad onDigit={(digit) => setPhone((known) => (known + digit).slice(0, longest.phone))} onBack={() => setPhone((known) => known.slice(0, -1))} />
        <footer>
          <Checkbox className="lead-agree" isSelected={agreed} onChange={setAgreed}><i aria-hidden="true">{agreed && <Icon name="check" size={34} />}</i><Said {...consentWords(content.profile.name, content.profile.publicContact)} /></Checkbox>
          <div className="lead-ask-send">
            {fault && <p role="alert"><Said {...fault} /></p>}
            <Button type="submit" className="stage-button stage-button-strong" isDisabled={!fits || state === 'sending'}><Said zh="提交" en="Send" /></Button>
          </div>
        </footer>
      </form>
    </AudienceDialog>
  );
}

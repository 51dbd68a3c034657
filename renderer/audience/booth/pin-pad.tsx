import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { useClient } from '../../client/current-client.js';
import { failureOf } from '../../client/call-failure.js';
import type { Text } from '../../../data/schema/text.js';
import { Icon } from '../../ui/icon.js';
import { AudienceDialog } from '../audience-dialog.js';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const longest = 8;
/** A pad that nobody presses goes away by itself: it was opened by a leaning elbow, or by somebody who gave up. */
const idleMs = 20_000;

/** Large figures by which staff leave a booth; the keyboard's own work too. What is wrong is said in both languages. */
export function PinPad({ onClose }: { onClose: () => void }) {
  const client = useClient();
  const [pin, setPin] = useState('');
  const [asking, setAsking] = useState(false);
  const [wrong, setWrong] = useState<Text | null>(null);
  const add = (digit: string) => { setWrong(null); setPin((known) => (known.length < longest ? known + digit : known)); };
  const takeBack = () => { setWrong(null); setPin((known) => known.slice(0, -1)); };
  const ask = async () => {
    setAsking(true);
    try {
      await client.call('public.unlock', { pin });
      onClose();
    } catch (error) {
      setWrong(failureOf(error).message);
      setPin('');
      setAsking(false);
    }
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || asking) return;
    if (/^\d$/.test(event.key)) add(event.key);
    else if (event.key === 'Backspace') takeBack();
    else if (event.key === 'Enter') void ask();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
  const giveUp = useEffectEvent(onClose);
  useEffect(() => {
    const timer = setTimeout(() => giveUp(), idleMs);
    return () => clearTimeout(timer);
  }, [pin, wrong]);
  return (
    <AudienceDialog label="退出展台 Leave the booth" className="pin-pad" onClose={onClose}>
      <h2>退出展台 <small lang="en">Leave the booth</small></h2>
      <p className="pin-pad-dots" role="status" aria-label={`已输入 ${pin.length} 位 ${pin.length} digits`}>{Array.from({ length: Math.max(4, pin.length) }, (_, at) => <i key={at} data-set={at < pin.length || undefined} />)}</p>
      <p className="pin-pad-word" role="alert">
        {wrong ? <>{wrong.zh}<small lang="en">{wrong.en}</small></> : asking ? <>正在核对…<small lang="en">Checking…</small></> : <>请工作人员输入 PIN<small lang="en">Staff: enter the PIN</small></>}
      </p>
      <div className="pin-pad-keys" role="group" aria-label="数字 Digits">
        {digits.map((digit) => <Button key={digit} isDisabled={asking} onPress={() => add(digit)}>{digit}</Button>)}
        <Button isDisabled={asking || pin === ''} aria-label="退一位 Take back" onPress={takeBack}><Icon name="left" size={40} /></Button>
        <Button isDisabled={asking} onPress={() => add('0')}>0</Button>
        <Button className="pin-pad-enter" isDisabled={asking} aria-label="确定 Enter" onPress={() => void ask()}><Icon name="check" size={44} /></Button>
      </div>
      <Button className="stage-button pin-pad-stay" onPress={onClose}>不退出<small lang="en">Stay</small></Button>
    </AudienceDialog>
  );
}

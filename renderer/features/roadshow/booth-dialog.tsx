import { useState } from 'react';
import { boothPinSchema } from '../../../data/schema/stage.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { Modal } from '../../ui/modal.js';

/** Asks for the PIN that ends the booth; the one used last stands there already. */
export function BoothDialog({ onGo, onClose }: { onGo: (pin: string) => void; onClose: () => void }) {
  const say = useSay();
  const last = useProgram((state) => state.settings.boothPin);
  const [pin, setPin] = useState(last);
  const good = boothPinSchema.safeParse(pin).success;
  return (
    <Modal title={say('展台循环', 'Run at a booth')} width={520} onClose={onClose} foot={<><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" isDisabled={!good} onPress={() => onGo(pin)}>{say('开始循环', 'Begin')}</Button></>}>
      <form className="draft-fields" onSubmit={(event) => { event.preventDefault(); if (good) onGo(pin); }}>
        <p>{say('路线会自己循环播放。有人触摸时，他可以自己看资产；离开 60 秒后回到循环。', 'The tour runs by itself. A visitor who touches the screen may browse the assets; 60 seconds after they leave, it goes back to the loop.')}</p>
        <label className="tour-field"><span className="label">{say('退出时要输入的 PIN（4 至 8 位数字）', 'PIN that ends it (4 to 8 digits)')}</span><input className="input figures" autoFocus inputMode="numeric" autoComplete="off" maxLength={8} value={pin} onChange={(event) => setPin(event.target.value.replace(/\D/g, ''))} /></label>
        <p className="help">{say('在观众屏上按 Esc，或长按屏角两秒，再输入 PIN 即可退出；这里的讲解台不用 PIN。', 'On the audience screen press Esc, or hold its corner for two seconds, and enter the PIN; this console needs none.')}</p>
      </form>
    </Modal>
  );
}

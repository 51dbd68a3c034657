import { useState } from 'react';
import { boothPinSchema } from '../../../data/schema/stage.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { useLeadsStatus } from '../../state/use-leads.js';
import { Button } from '../../ui/button.js';
import { Modal } from '../../ui/modal.js';

/** Asks for the PIN that ends the booth on the audience screen, and remembers it. */
export function BoothDialog({ onClose, onStart }: { onClose: () => void; onStart: () => void }) {
  const say = useSay();
  const client = useClient();
  const [pin, setPin] = useState(useProgram.getState().settings.boothPin);
  const [fault, setFault] = useState<string | null>(null);
  const { value: leads } = useLeadsStatus();
  const fits = boothPinSchema.safeParse(pin).success;
  const go = () => { if (fits) client.call('settings.set', { boothPin: pin }).then(onStart, (error: unknown) => setFault(say(failureOf(error).message))); };
  return (
    <Modal title={say('展台循环', 'Booth loop')} width={480} onClose={onClose}
      foot={<><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" icon="turn" isDisabled={!fits} onPress={go}>{say('开始循环', 'Start the loop')}</Button></>}>
      <form onSubmit={(event) => { event.preventDefault(); go(); }}>
        <p>{say('路线自己循环播放；有人触摸就停下来让他浏览，一分钟没人碰再接着播。', 'The tour plays by itself; a touch lets a visitor browse, and after a minute without one it goes on.')}</p>
        <label className="label" htmlFor="booth-pin">{say('退出 PIN（4 到 8 位数字）', 'PIN to leave (4 to 8 digits)')}</label>
        <input id="booth-pin" className="input figures" autoFocus autoComplete="off" inputMode="numeric" maxLength={8} value={pin} onChange={(event) => setPin(event.target.value.replace(/\D/g, ''))} />
        <p className="help">{say('在观众屏上退出要输入它；在讲解台上结束不用。', 'Asked for on the audience screen; the console ends the loop without it.')}</p>
        {leads && <p className="help">{leads.ready ? say('来看的人可以自己留下姓名和电话，收下即加密，在「意向」页里跟进。', 'Visitors can leave name and phone themselves; they are encrypted at once, and followed up on the page Leads.') : say('还没设口令，来看的人不能留电话。要收意向，先到「意向」页设一个。', 'No passphrase is set, so visitors cannot leave a number. To take leads, set one on the page Leads first.')}</p>}
        {fault && <p className="fault" role="alert">{fault}</p>}
      </form>
    </Modal>
  );
}

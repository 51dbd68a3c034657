import { Button } from 'react-aria-components';
import { Icon } from '../../ui/icon.js';
import { useScreenSay } from '../screen-language.js';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Large digits for the phone: a booth's screen may have no keyboard at all. */
export function LeadKeypad({ onDigit, onBack }: { onDigit: (digit: string) => void; onBack: () => void }) {
  const say = useScreenSay();
  return (
    <div className="lead-keypad" role="group" aria-label={say('电话号码的数字键', 'Digits of the phone')}>
      {digits.map((digit) => <Button key={digit} preventFocusOnPress onPress={() => onDigit(digit)}>{digit}</Button>)}
      <Button preventFocusOnPress onPress={() => onDigit('+')}>+</Button>
      <Button preventFocusOnPress onPress={() => onDigit('0')}>0</Button>
      <Button preventFocusOnPress aria-label={say('退一位', 'Take back')} onPress={onBack}><Icon name="left" size={40} /></Button>
    </div>
  );
}

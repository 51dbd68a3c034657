import { useId, type RefObject } from 'react';
import { Button, TextArea, TextField } from 'react-aria-components';
import { useSay } from '../../state/language.js';
import { Icon } from '../icon.js';

/** More than this nobody says in one breath. */
const longest = 400;

/** The line that a wish is written or dictated in; it grows with what is said. Enter hands it over. */
export function WishLine({ line, field, onLine, onEnter }: { line: string; field?: RefObject<HTMLTextAreaElement | null>; onLine: (line: string) => void; onEnter?: () => void }) {
  const say = useSay();
  const id = useId();
  const press = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); onEnter?.(); event.currentTarget.blur(); }
    if (event.key === 'Escape') { event.stopPropagation(); event.currentTarget.blur(); }
  };
  return (
    <TextField className="wish-line" aria-label={say('投资人的意向', 'What the investor looks for')} value={line} maxLength={longest} onChange={onLine}>
      <TextArea id={id} {...(field ? { ref: field } : {})} className="input" rows={2} onKeyDown={press} placeholder={say('如：想找 200 亩以上能通车的林地做露营，预算每年 50 万以内', 'Such as: woodland of 200 mu or more with a road, for camping, up to CNY 500,000 a year')} />
      {line !== '' && <Button slot={null} className="wish-line-clear" aria-label={say('清空', 'Clear')} onPress={() => onLine('')}><Icon name="close" size={16} /></Button>}
    </TextField>
  );
}

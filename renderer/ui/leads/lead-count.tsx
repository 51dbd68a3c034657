import { useSay } from '../../state/language.js';
import { openPage } from '../../state/program-store.js';
import './leads.css';

/** 意向 3: how many leads an asset or a project has, at the desk alone; pressed it goes to them. Nothing where there is none. */
export function LeadCount({ count }: { count: number }) {
  const say = useSay();
  return count === 0 ? null : <button type="button" className="tag lead-count figures" onClick={() => openPage('leads')}>{say(`意向 ${count}`, count === 1 ? '1 lead' : `${count} leads`)}</button>;
}

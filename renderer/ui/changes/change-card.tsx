import { changeKindWords, nounWords } from '../../../data/rules/changes/change-words.js';
import type { RecordChange } from '../../../data/schema/record-change.js';
import { categories, type Category } from '../../../data/schema/vocabularies.js';
import { useSay } from '../../state/language.js';
import { openPage, selectAsset, selectProject, type Page } from '../../state/program-store.js';
import { CategoryBadge } from '../category-badge.js';
import { momentText } from '../fields/value-text.js';
import { Icon, type IconName } from '../icon.js';
import { ChangeCells } from './change-cells.js';
import './changes.css';

const nounIcons: Readonly<Record<RecordChange['noun'], IconName>> = { asset: 'ledger', project: 'projects', tour: 'roadshow', profile: 'home' };
/** The page where a record of a noun is kept. */
const pageOf: Readonly<Record<RecordChange['noun'], Page>> = { asset: 'ledger', project: 'projects', tour: 'roadshow', profile: 'settings' };
const kindTones: Readonly<Record<RecordChange['kind'], string>> = { added: 'tag-good', changed: '', removed: 'change-tag-removed' };

/** Goes to what a change is about. */
function goTo({ noun, id }: RecordChange): void {
  if (noun === 'asset') selectAsset(id);
  if (noun === 'project') selectProject(id);
  openPage(pageOf[noun]);
}

/** One record and what became of it; its name leads to it while it is there. */
export function ChangeCard({ change, showsWho = false, isGone = change.kind === 'removed' }: { change: RecordChange; showsWho?: boolean; isGone?: boolean }) {
  const say = useSay();
  const name = change.name || say(nounWords[change.noun]);
  const known = categories.words.some((word) => word.value === change.category);
  const where = [change.code, change.village, change.noun === 'asset' ? say.word(categories, change.category) : say(nounWords[change.noun])].filter(Boolean).join(' · ');
  const who = [change.by.join('、'), change.at ? momentText(change.at) : ''].filter(Boolean).join(' · ');
  return (
    <article className="change-card">
      <header>
        {known ? <CategoryBadge category={change.category as Category} size={22} /> : <Icon name={nounIcons[change.noun]} size={22} />}
        {isGone ? <b>{name}</b> : <button type="button" className="change-name" onClick={() => goTo(change)}>{name}</button>}
        <span className="change-where">{where}</span>
        <span className="spacer" />
        {showsWho && who !== '' && <span className="change-who figures">{who}</span>}
        <span className={`tag ${kindTones[change.kind]}`}>{say(changeKindWords[change.kind])}</span>
      </header>
      <ChangeCells change={change} />
    </article>
  );
}

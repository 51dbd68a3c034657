import { Button, Input, SearchField } from 'react-aria-components';
import { useSay } from '../state/language.js';
import { Icon } from './icon.js';

/** The one search field of a page; "/" brings the cursor here, Esc empties it. */
export function SearchBox({ value, onChange, placeholder }: { value: string; onChange: (value: string) => void; placeholder: string }) {
  const say = useSay();
  return (
    <SearchField className="search-box" aria-label={placeholder} value={value} onChange={onChange}>
      <Icon name="search" /><Input placeholder={placeholder} data-page-search="" />
      <Button aria-label={say('清空', 'Clear')}><Icon name="close" size={17} /></Button>
    </SearchField>
  );
}

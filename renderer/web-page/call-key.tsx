import type { Person } from '../../data/schema/common.js';
import { Icon } from '../ui/icon.js';
import { usePageSay } from './page-language.js';

/** The address that a phone dials. */
export const telephone = (phone: string) => `tel:${phone.replace(/[^\d+]/g, '')}`;

/** Whom to call, as the key that calls them. */
export function CallKey({ contact: { name, phone } }: { contact: Person }) {
  const say = usePageSay();
  if (!phone) return <p className="web-call-name">{name}</p>;
  return <a className="web-key web-key-strong web-call" href={telephone(phone)}><Icon name="phone" size={20} /><span><b>{say('打电话', 'Call')} {phone}</b>{name && <small>{name}</small>}</span></a>;
}

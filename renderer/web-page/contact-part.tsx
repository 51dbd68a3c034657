import { useMemo } from 'react';
import { encode } from 'uqr';
import type { WebContent } from '../../data/rules/web/web-content.js';
import { CallKey, telephone } from './call-key.js';
import { usePageSay } from './page-language.js';

/** A QR code as one path over a square of `size` modules, with the quiet edge that readers want. */
function codeOf(words: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(words, { ecc: 'M', border: 3 });
  return { size, path: data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('') };
}

/** Whom to call: the office, its number as a key, and as a code for the phone of whoever reads this on a larger screen. */
export function ContactPart({ content: { contact, township } }: { content: WebContent }) {
  const say = usePageSay();
  const code = useMemo(() => (contact?.phone ? codeOf(telephone(contact.phone)) : null), [contact]);
  return (
    <section id="contact" className="web-contact" aria-labelledby="contact-title" tabIndex={-1}>
      <div>
        <h2 id="contact-title">{say('来看看，谈一谈', 'Come and see')}</h2>
        <p>{contact?.name ?? say(township)}</p>
        {contact ? <CallKey contact={{ ...(contact.phone ? { phone: contact.phone } : {}) }} /> : <p>{say('请与乡镇招商办公室联系。', 'Please get in touch with the township’s investment office.')}</p>}
      </div>
      {code && <figure><svg viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={say(`拨打 ${contact?.phone} 的二维码`, `QR code that calls ${contact?.phone}`)}><path d={code.path} /></svg><figcaption>{say('手机扫码拨打', 'Scan to call')}</figcaption></figure>}
    </section>
  );
}

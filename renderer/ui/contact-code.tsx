import { useMemo } from 'react';
import { encode } from 'uqr';
import { utf8Bytes } from '../stage/pure/contact-text.js';

/** A code that a phone reads; dark on light in every theme, for a phone reads it so. */
export function ContactCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size: side } = encode(utf8Bytes(text), { ecc: 'M', border: 2 });
    return { size: side, path: data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : ''))).join('') };
  }, [text]);
  return <svg className="contact-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges"><rect width={size} height={size} fill="var(--qr-paper)" /><path d={path} fill="var(--qr-ink)" /></svg>;
}

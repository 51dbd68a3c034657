import { useEffect, useRef, useState } from 'react';
import type { Media } from '../../../../data/schema/media.js';
import type { Language } from '../../../../data/schema/text.js';
import { useSay } from '../../../state/language.js';

/** The words under a picture, in both languages, saved on Enter or when the cursor leaves; Esc puts back what was. */
export function CaptionFields({ media, readOnly, save }: { media: Media; readOnly: boolean; save: (language: Language, words: string) => Promise<boolean> }) {
  const say = useSay();
  return (
    <div className="media-captions">
      <CaptionField label={say('图注', 'Caption (Chinese)')} placeholder={say('写一句：这是哪里，好在哪里', 'One line in Chinese')} stored={media.caption?.zh ?? ''} readOnly={readOnly} save={(words) => save('zh', words)} />
      <CaptionField label={say('英文图注', 'Caption (English)')} placeholder="One line in English" stored={media.caption?.en ?? ''} readOnly={readOnly} save={(words) => save('en', words)} />
    </div>
  );
}

const longestCaption = 120;

function CaptionField({ label, placeholder, stored, readOnly, save }: { label: string; placeholder: string; stored: string; readOnly: boolean; save: (words: string) => Promise<boolean> }) {
  const [words, setWords] = useState(stored);
  const isTyping = useRef(false);
  const last = useRef(stored);
  useEffect(() => {
    last.current = stored;
    if (!isTyping.current) setWords(stored);
  }, [stored]);
  const commit = () => {
    isTyping.current = false;
    const next = words.trim();
    if (next === last.current) { setWords(last.current); return; }
    const before = last.current;
    last.current = next;
    void save(next).then((isSaved) => { if (!isSaved) { last.current = before; isTyping.current = true; } });
  };
  const press = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') { event.preventDefault(); commit(); }
    if (event.key === 'Escape' && words !== last.current) {
      // The first Esc is for the words, the next one for the form.
      event.preventDefault();
      event.stopPropagation();
      isTyping.current = false;
      setWords(last.current);
    }
  };
  return (
    <label className="media-caption">
      <span className="label">{label}</span>
      <input className="input" value={words} placeholder={readOnly ? '' : placeholder} maxLength={longestCaption} readOnly={readOnly} autoComplete="off"
        onChange={(event) => { isTyping.current = true; setWords(event.target.value); }} onBlur={commit} onKeyDown={press} />
    </label>
  );
}

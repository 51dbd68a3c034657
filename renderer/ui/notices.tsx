import { useEffect } from 'react';
import { useSay } from '../state/language.js';
import { dismiss, useProgram, type Notice } from '../state/program-store.js';
import { Icon } from './icon.js';

const plainNoticeMs = 4_200;

function NoticeCard({ notice }: { notice: Notice }) {
  const say = useSay();
  useEffect(() => {
    if (notice.tone === 'failure') return;
    const timer = setTimeout(() => dismiss(notice.id), plainNoticeMs);
    return () => clearTimeout(timer);
  }, [notice]);
  const place = notice.place && [notice.place.file, notice.place.sheet, notice.place.row ? say(`第 ${notice.place.row} 行`, `row ${notice.place.row}`) : undefined].filter(Boolean).join(' · ');
  return (
    <div className={`notice notice-${notice.tone}`} role={notice.tone === 'failure' ? 'alert' : 'status'}>
      <span>{say(notice.message)}{place ? say(`（${place}）`, ` (${place})`) : ''}</span>
      <button type="button" aria-label={say('知道了', 'Dismiss')} onClick={() => dismiss(notice.id)}><Icon name="close" size={17} /></button>
    </div>
  );
}

/** The foot of the screen, where the program speaks. */
export const Notices = () => (
  <div className="notices">{useProgram((state) => state.notices).map((notice) => <NoticeCard key={notice.id} notice={notice} />)}</div>
);

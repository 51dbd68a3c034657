import { useEffect, useRef, useState } from 'react';
import { ContactCode } from '../../ui/contact-code.js';
import { isStill } from '../../ui/motion.js';
import { Fit } from '../parts/fit.js';
import { Picture } from '../parts/picture.js';
import { useHold } from '../parts/settling.js';
import { Words } from '../parts/words.js';
import { contactText } from '../pure/contact-text.js';
import { nameSize } from '../pure/pieces.js';
import { stageUnits } from '../stage-units.js';
import { assetName } from './asset-scenes.js';
import type { SceneProps } from './scene-props.js';

/** 结束: thanks, the contact, and the contact again as a code that holds it whole. */
export function ClosingScene({ content, stop, say }: SceneProps<'closing'>) {
  const { publicContact, name } = content.profile;
  const held = contactText({ township: name[say.first] || name.zh, name: publicContact?.name, phone: publicContact?.phone });
  const titled = say.of(stop.title);
  const title = titled.length > 0 ? titled : say('谢谢各位', 'Thank you');
  const picture = stop.kind === 'closing' && stop.picture ? content.media(stop.picture) : null;
  return (
    <section className="scene scene-spread scene-closing">
      <Picture className="spread-picture" address={picture} seed={`${name.zh} closing`} drift />
      <Fit className="spread-side">
        <Words lines={say.of(name)} className="kicker" inline />
        <Words lines={title} as="h1" className="title" style={{ fontSize: stageUnits(nameSize(title[0]?.text ?? '', 660, 2, 116)) }} />
        <Words lines={say.of(stop.line)} className="saying" />
        {held && (
          <div className="contact">
            <ContactCode text={held} label={say.one('含有联系方式的二维码', 'A code that holds the contact')} />
            <div className="contact-words">
              {publicContact?.name && <p className="contact-name">{publicContact.name}</p>}
              {publicContact?.phone && <p className="contact-phone">{publicContact.phone}</p>}
              <Words lines={say('扫码存入通讯录，不用联网', 'Scan to keep the contact; no network needed')} className="contact-hint" />
            </div>
          </div>
        )}
      </Fit>
    </section>
  );
}

/** A film that fills the screen. Where it cannot play, its asset's picture stands in its place without a word. */
export function VideoScene({ content, stop, scene, say, still }: SceneProps<'video'>) {
  const node = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'waiting' | 'shown' | 'failed'>('waiting');
  const entry = scene.assetId ? content.entry(scene.assetId) : undefined;
  const asset = scene.assetId ? content.asset(scene.assetId) : undefined;
  const line = say.of(stop.line);
  const titled = say.of(stop.title);
  const words = titled.length > 0 ? titled : line.length > 0 ? line : entry ? assetName(entry, say) : say.of(content.profile.name);
  const isName = words !== titled && words !== line;
  useEffect(() => {
    if (still || isStill()) return;
    // Sound is allowed once somebody has pressed a key in this window; before that the film runs without.
    node.current?.play().catch(() => { if (node.current) { node.current.muted = true; node.current.play().catch(() => undefined); } });
  }, [still]);
  useHold(state === 'waiting' && !still);
  return (
    <section className="scene scene-full scene-video">
      <Picture address={entry?.cover ? content.media(entry.cover) : null} seed={scene.media} category={entry?.category} />
      {!still && state !== 'failed' && <video ref={node} className="film" src={content.media(scene.media)} playsInline loop preload="auto" data-shown={state === 'shown' || undefined} onLoadedData={() => setState('shown')} onError={() => setState('failed')} aria-label={words[0]?.text} />}
      <div className="full-foot">
        <Words lines={words} as="h1" className={isName ? 'full-name' : 'full-line'} />
        {!isName && asset && <p className="full-place">{assetName(asset, say)[0]?.text}</p>}
      </div>
    </section>
  );
}

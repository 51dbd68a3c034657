import { useCallback, useState } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { categories } from '../../../data/schema/vocabularies.js';
import type { StageCommand, StageLanguage, StageShow } from '../../../data/schema/stage.js';
import { labelOf } from '../../../data/schema/vocabulary.js';
import type { StageContent } from '../../stage/stage-content.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { Icon } from '../../ui/icon.js';
import { Said, useScreenSay } from '../screen-language.js';
import { BoothPhotos } from './booth-photos.js';
import { BoothPicture } from './booth-picture.js';
import { BoothStrip } from './booth-strip.js';
import { LeadForm } from './lead-form.js';
import { useLeadOffer } from './use-lead-offer.js';
import { categoryCounts, categoryOf, findingOf } from './booth-list.js';

interface BoothLayerProps {
  readonly content: StageContent;
  readonly show: StageShow;
  readonly onCommand: (command: StageCommand) => void;
  readonly language: StageLanguage;
  readonly onLanguage: (language: StageLanguage) => void;
  /** Whether a visitor is filling in their form. */
  readonly leaving: boolean;
  readonly onLeaving: (leaving: boolean) => void;
}

/** So many of the assets that a visitor looked at are offered to be named. */
const mostSeen = 6;

/** What a visitor at a booth has at hand, over the map: what there is, as big keys and big cards, and the way back to the loop. */
export function BoothLayer({ content, show, onCommand, language, onLanguage, leaving, onLeaving }: BoothLayerProps) {
  const say = useScreenSay();
  const mayLeave = useLeadOffer();
  // What a visitor has looked at; this layer comes and goes with them.
  const [seen, setSeen] = useState<readonly string[]>([]);
  if (show.assetId && !seen.includes(show.assetId)) setSeen([...seen.slice(1 - mostSeen), show.assetId]);
  const [enlarged, setEnlarged] = useState<{ readonly assetId: string; readonly at: number } | null>(null);
  // Where both languages are on stage, either alone is what a visitor may ask for.
  const other = language === 'en' ? 'zh' : 'en';
  const close = useCallback(() => onLeaving(false), [onLeaving]);
  const category = categoryOf(show.finding);
  const flyTo = (assetId: string) => {
    // Found anew, the map is free of where a hand has left it, and flies to what is opened.
    onCommand({ do: 'find', finding: show.finding });
    onCommand({ do: 'open', assetId });
  };
  const open = show.assetId ? content.asset(show.assetId) : undefined;
  const leaveKey = mayLeave && <Button className="stage-button booth-lead" onPress={() => onLeaving(true)}><Icon name="phone" size={30} /><Said zh="留个电话" en="Call me" /></Button>;
  return (
    <>
      {!show.assetId && <div className="booth-lead-corner">{leaveKey}</div>}
      <nav className="booth-dock" data-open={show.assetId ? true : undefined} aria-label={say('看看有什么', 'What there is')}>
        <div className="booth-row">
          {show.assetId
            ? <Button className="stage-button" onPress={() => onCommand({ do: 'open', assetId: null })}><Icon name="left" size={30} /><Said zh="看别的" en="See others" /></Button>
            : (
              <ToggleButtonGroup className="booth-categories" aria-label={say('类别', 'Categories')} selectionMode="single" disallowEmptySelection selectedKeys={[category ?? 'all']}
                onSelectionChange={(keys) => { const [key] = keys; onCommand({ do: 'find', finding: findingOf(categories.values.find((value) => value === key) ?? null) }); }}>
                <ToggleButton className="stage-button" id="all"><span><Said zh="全部" en="All" /><b className="figures">{content.entries.length}</b></span></ToggleButton>
                {categoryCounts(content.entries).map(({ category: value, count }) => (
                  <ToggleButton key={value} className="stage-button" id={value}><CategoryBadge category={value} size={36} /><span><Said {...labelOf(categories, value)!} /><b className="figures">{count}</b></span></ToggleButton>
                ))}
              </ToggleButtonGroup>
            )}
          <span className="booth-space" />
          {show.assetId && leaveKey}
          <Button className="stage-button" lang={other} onPress={() => onLanguage(other)}>{other === 'en' ? 'English' : '中文'}</Button>
          <Button className="stage-button stage-button-strong booth-return" onPress={() => onCommand({ do: 'return' })}><Said zh="回到展播" en="Back to the show" /></Button>
        </div>
        {show.assetId
          ? <BoothPhotos asset={open} content={content} onShow={(at) => setEnlarged({ assetId: show.assetId!, at })} />
          : <BoothStrip content={content} category={category} label={say('资产', 'Assets')} onOpen={flyTo} />}
      </nav>
      {leaving && <LeadForm content={content} seen={seen} onClose={close} />}
      {enlarged && open && enlarged.assetId === open.id && (
        <BoothPicture asset={open} content={content} at={enlarged.at} onMove={(at) => setEnlarged({ ...enlarged, at })} onClose={() => setEnlarged(null)} />
      )}
    </>
  );
}

import './stage.css';
import './stage-scenes.css';
import './stage-map.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { noShow, type StageLanguage, type StageTheme } from '../../data/schema/stage.js';
import type { Scene } from '../../data/rules/stage/scenes.js';
import type { PublicStop } from '../../data/rules/projection.js';
import { StillMap } from '../map/stage/still-map.js';
import { isOnMap, mapViewOf, useMapPoints, pointOf } from './map-view.js';
import { SceneView } from './scene-view.js';
import { MapWords, StageCredits } from './scenes/map-scenes.js';
import type { StageContent } from './stage-content.js';
import { stageSay } from './stage-say.js';

/** A scene as a still picture in small, for the console and the editor: composed as on the stage, with nothing that moves. Fills its container, 16 : 9. */
export function StageThumb({ content, stop, scene, theme, language }: { content: StageContent; stop: PublicStop; scene: Scene; theme: StageTheme; language: StageLanguage }) {
  const root = useRef<HTMLDivElement>(null);
  const seen = useSeen(root);
  const say = stageSay(language);
  return (
    <div ref={root} className="stage stage-thumb" role="img" aria-label={say.one('画面预览', 'Preview of the scene')} data-theme={theme} data-language={language} data-scene={scene.view} data-stop={stop.id} data-on-map={isOnMap(scene) || undefined}>
      <div className="stage-sheet" inert>
        {seen && (isOnMap(scene) ? <MapThumb content={content} stop={stop} scene={scene} theme={theme} language={language} /> : <div className="stage-layer"><SceneView content={content} stop={stop} scene={scene} say={say} still share={0.5} /></div>)}
        <footer className="stage-foot">{isOnMap(scene) ? <StageCredits content={content} say={say} /> : content.sample && <p className="stage-credits">{say.one('示例数据', 'Sample data')}</p>}</footer>
      </div>
    </div>
  );
}

function MapThumb({ content, stop, scene, theme, language }: Parameters<typeof StageThumb>[0]) {
  const say = stageSay(language);
  const view = useMemo(() => mapViewOf(scene, stop, noShow, content), [scene, stop, content]);
  const lit = useMapPoints(view?.lit ?? [], content, say);
  const quiet = useMapPoints(view?.quiet ?? [], content, say);
  const chosen = useMemo(() => (view?.chosen ? pointOf(view.chosen, content, say) : null), [view, content, say]);
  if (!view) return null;
  return (
    <>
      <div className="stage-map"><StillMap sheets={content.sheets} theme={theme} language={say.first} lit={lit} quiet={quiet} chosen={chosen} look={view.look} insets={view.insets} /></div>
      <div className="stage-layer"><MapWords content={content} stop={stop} scene={scene} view={view} show={noShow} say={say} still /></div>
    </>
  );
}

/** True from the moment that a part of the page first comes into sight: a strip of many draws only what is looked at. */
function useSeen(node: { readonly current: HTMLElement | null }): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || !node.current) return undefined;
    const watcher = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) setSeen(true); }, { rootMargin: '120px' });
    watcher.observe(node.current);
    return () => watcher.disconnect();
  }, [seen, node]);
  return seen;
}

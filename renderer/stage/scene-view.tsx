import { CardScene, ChangeScene, ComparisonScene, PhotoScene } from './scenes/asset-scenes.js';
import { ClosingScene, VideoScene } from './scenes/end-scenes.js';
import { CategoriesScene, HorizonsScene, TotalsScene } from './scenes/figure-scenes.js';
import { ProjectScene, TableScene } from './scenes/project-scenes.js';
import type { SceneProps } from './scenes/scene-props.js';
import { ChapterScene, CoverScene } from './scenes/story-scenes.js';

/** The composed scene of a view; nothing for those that are words on the map. */
export function SceneView(props: SceneProps) {
  const { scene } = props;
  switch (scene.view) {
    case 'cover': return <CoverScene {...props} scene={scene} />;
    case 'chapter': return <ChapterScene {...props} scene={scene} />;
    case 'totals': return <TotalsScene {...props} scene={scene} />;
    case 'categories': return <CategoriesScene {...props} scene={scene} />;
    case 'horizons': return <HorizonsScene {...props} scene={scene} />;
    case 'card': return <CardScene {...props} scene={scene} />;
    case 'photo': return <PhotoScene {...props} scene={scene} />;
    case 'change': return <ChangeScene {...props} scene={scene} />;
    case 'project': return <ProjectScene {...props} scene={scene} />;
    case 'table': return <TableScene {...props} scene={scene} />;
    case 'comparison': return <ComparisonScene {...props} scene={scene} />;
    case 'video': return <VideoScene {...props} scene={scene} />;
    case 'closing': return <ClosingScene {...props} scene={scene} />;
    case 'overview': case 'place': case 'sites': case 'explore': return null;
  }
}

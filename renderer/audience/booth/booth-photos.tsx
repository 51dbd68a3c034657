import { Button } from 'react-aria-components';
import type { PublicAsset } from '../../../data/rules/projection.js';
import type { StageContent } from '../../stage/stage-content.js';
import { Icon } from '../../ui/icon.js';
import { Said, useScreenSay } from '../screen-language.js';

/** The pictures of the asset that is open, as big keys; pressed, one fills the screen. */
export function BoothPhotos({ asset, content, onShow }: { asset: PublicAsset | undefined; content: StageContent; onShow: (at: number) => void }) {
  const say = useScreenSay();
  const photos = asset?.photos ?? [];
  if (!asset) return <div className="booth-strip" />;
  if (photos.length === 0) return <p className="booth-none"><Icon name="photo" size={34} /><Said zh="这一处还没有照片" en="No pictures of this one yet" /></p>;
  return (
    <div className="booth-strip" role="group" aria-label={say('照片', 'Pictures')}>
      {photos.map((photo, at) => (
        <Button key={photo.id} className="booth-photo" aria-label={say(`第 ${at + 1} 张，放大`, `Picture ${at + 1}, enlarge`)} onPress={() => onShow(at)}>
          <img src={content.media(photo.id, true)} alt="" decoding="async" draggable={false} />
        </Button>
      ))}
    </div>
  );
}

import type { ReactNode } from 'react';
import type { Category } from '../../../../data/schema/vocabularies.js';
import type { Text } from '../../../../data/schema/text.js';
import { useSay } from '../../../state/language.js';
import { EmptyState } from '../../../ui/empty-state.js';

/** What an investor wants to see of each kind of asset. */
const convincing: Readonly<Record<Category, Text>> = {
  forest: { zh: '一张全景看林相和坡势，一张看进山的路，一张看水源，比一页文字更能打动人。', en: 'One panorama of the stand and the slope, one of the road in, one of the water: worth more than a page of words.' },
  farmland: { zh: '一张全景看连片程度，一张看机耕路和沟渠，一张看土和作物，比一页文字更能打动人。', en: 'One panorama that shows how the fields join, one of the track and ditches, one of soil and crop: worth more than a page of words.' },
  hydropower: { zh: '厂房、机组、堰坝和来水各一张，投资人一眼就知道还能不能发电。', en: 'Powerhouse, turbines, weir and water, one each: an investor sees at once whether it can run again.' },
  house: { zh: '正面、院子、屋里和周边各一张，让人看得见自己住进去的样子。', en: 'Front, courtyard, rooms and surroundings, one each: let people see themselves living there.' },
  hall: { zh: '门面、大厅、梁架和门前场地各一张，让人想得出能办什么活动。', en: 'Front, main hall, roof beams and forecourt, one each: let people imagine the events.' },
  other: { zh: '全景、近景和周边各一张，让没来过的人也看得明白。', en: 'One view from afar, one from near, one of the surroundings: clear even to those who never came.' },
};

/** What stands where an asset has no photo yet: which photos would convince, and the ways to add them. */
export function MediaEmpty({ category, readOnly, children }: { category: Category; readOnly: boolean; children: ReactNode }) {
  const say = useSay();
  return (
    <div className="media-empty">
      <EmptyState title={say('还没有照片', 'No photos yet')} {...(readOnly ? {} : { action: <div className="media-actions">{children}</div> })}>{say(convincing[category])}</EmptyState>
      {!readOnly && <p className="help">{say('把照片、视频、附件拖到这里，或从微信复制后按 Ctrl+V。大图会自动缩小并去掉拍摄信息，原图另存。', 'Drop photos, films and documents here, or paste with Ctrl+V. Large photos are scaled and cleared of what the camera noted; the originals are kept.')}</p>}
    </div>
  );
}

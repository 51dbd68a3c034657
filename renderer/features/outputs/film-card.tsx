import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { FilmHabit } from '../../../data/contract.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { useOutput } from '../../state/use-output.js';
import { Button } from '../../ui/button.js';
import { OutputRow } from '../../ui/output-row.js';
import { Segmented } from '../../ui/segmented.js';
import { FilmPreview } from './film-preview.js';
import { OutputFrame } from './output-frame.js';

const lengths = ['usual', '60', '120', '300'] as const;
const soundFiles = ['audio/*'];

/** 招商宣传片: a film of a tour, with its picture; for whom, how large, how long, in which languages, with which music. All but tour and music is remembered. */
export function FilmCard() {
  const say = useSay();
  const client = useClient();
  const habit = useProgram((state) => state.settings.film);
  const desk = useOutput<FilmHabit>(habit, (film) => ({ film }));
  const { choice, choose, clear } = desk;
  const [music, setMusic] = useState<File | null>(null);
  const tours = useProgram((state) => state.deskTours);
  const [chosen, setChosen] = useState<string | null>(null);
  // A tour that was removed meanwhile is not asked for.
  const tour = tours?.find(({ id }) => id === chosen) ?? tours?.[0] ?? null;
  const request = { kind: 'film', ...choice, ...(tour ? { tourId: tour.id } : {}) } as const;
  const make = () => desk.make(async () => ({ ...request, ...(music ? { music: await client.upload(music) } : {}) }));
  const takeMusic = (file: File | null) => { setMusic(file); clear(); };
  const sizeWords: Record<FilmHabit['size'], string> = {
    '1080p': say('1920 × 1080，电视和投影。', '1920 × 1080, for screens and projectors.'), '4k': say('3840 × 2160，大屏；要多等几倍时间。', '3840 × 2160, for a wall of screens; takes several times as long.'),
    upright: say('1080 × 1920，手机竖着看。', '1080 × 1920, for phones held upright.'), draft: say('640 × 360，先看一眼。', '640 × 360, for a quick look.'),
  };
  return (
    <OutputFrame kind="film" icon="camera" title={say('招商宣传片', 'The film')} words={say('照着讲解路线画成的影片：飞越地图、照片、字幕和数字，放在大屏上，发到群里。', 'A tour drawn as a film: flights over the map, photos, captions and figures, for screens and chats.')}
      sketch={<FilmPreview request={request} />} desk={desk} onMake={make}>
      <div className="output-options">
        {tours && tours.length > 1 && (
          <OutputRow label={say('讲解路线', 'Tour')} words={say('顺序照路线，每站几个镜头。', 'In the tour’s order, a few shots for each stop.')}>
            <Segmented label={say('讲解路线', 'Tour')} value={tour?.id ?? ''} onChange={(id) => { setChosen(id); clear(); }} options={tours.slice(0, 4).map(({ id, name }) => ({ value: id, label: name }))} />
          </OutputRow>
        )}
        <OutputRow label={say('给谁看', 'For whom')} words={choice.audience === 'internal' ? say('每一帧都标「内部资料」。', 'Every frame is marked internal.') : say('只含可公开的内容，讲解词不进影片。', 'Public content only; speaker notes stay out.')}>
          <Segmented label={say('给谁看', 'For whom')} value={choice.audience} onChange={(audience) => choose({ audience })} options={[{ value: 'internal', label: say('内部', 'Staff') }, { value: 'public', label: say('对外', 'Public') }]} />
        </OutputRow>
        <OutputRow label={say('画幅', 'Size')} words={sizeWords[choice.size]}>
          <Segmented label={say('画幅', 'Size')} value={choice.size} onChange={(size) => choose({ size })} options={[{ value: '1080p', label: '1080p' }, { value: '4k', label: '4K' }, { value: 'upright', label: say('竖屏', 'Upright') }, { value: 'draft', label: say('小样', 'Draft') }]} />
        </OutputRow>
        <OutputRow label={say('时长', 'Length')} words={say('自动时每站 6 到 10 秒，全片不超过三分钟；每站至少三秒多，站点多时会比所选的长。', 'As needed: 6 to 10 s a stop, three minutes at most. A stop takes at least three seconds and more, so many stops may take longer than chosen.')}>
          <Segmented label={say('时长', 'Length')} value={lengths.find((length) => Number(length) === choice.seconds) ?? 'usual'} onChange={(length) => choose({ seconds: length === 'usual' ? undefined : Number(length) })} options={lengths.map((length) => ({ value: length, label: length === 'usual' ? say('自动', 'As needed') : say(`${Number(length) / 60} 分钟`, `${Number(length) / 60} min`) }))} />
        </OutputRow>
        <OutputRow label={say('语言', 'Language')} words={choice.language === 'both' ? say('中文为主，下面一行小字英文。', 'Chinese first, with English in small under it.') : say('账本里没有的译文，照原文写。', 'What has no translation stands as written.')}>
          <Segmented label={say('语言', 'Language')} value={choice.language} onChange={(language) => choose({ language })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }, { value: 'both', label: '中文 + English' }]} />
        </OutputRow>
        <OutputRow label={say('配乐', 'Music')} words={say('用您有权使用的 MP3、WAV、OGG；短了循环，片尾渐弱。', 'MP3, WAV or OGG that you may use; repeated where too short, faded out at the end.')}>
          <div className="outputs-music">
            <FileTrigger acceptedFileTypes={soundFiles} onSelect={(list) => { if (list?.[0]) takeMusic(list[0]); }}><Button small>{music ? say('换一首', 'Change') : say('选音乐文件', 'Choose a file')}</Button></FileTrigger>
            {music && <><span>{music.name}</span><Button small tone="quiet" icon="close" label={say('不要配乐', 'No music')} onPress={() => takeMusic(null)} /></>}
          </div>
        </OutputRow>
        <OutputRow label={say('格式', 'Format')} words={choice.format === 'mp4' ? say('微信、PPT、电视都能放。', 'Plays in chats, slides and on screens.') : say('放在网页上用，文件小一些。', 'For web pages; a smaller file.')}>
          <Segmented label={say('格式', 'Format')} value={choice.format} onChange={(format) => choose({ format })} options={[{ value: 'mp4', label: 'MP4' }, { value: 'webm', label: 'WebM' }]} />
        </OutputRow>
      </div>
    </OutputFrame>
  );
}

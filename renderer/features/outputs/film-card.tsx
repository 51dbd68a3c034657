import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { FilmHabit } from '../../../data/contract.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { useJob } from '../../state/use-job.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { OutputRun, type Output } from '../../ui/output-run.js';
import { Segmented } from '../../ui/segmented.js';
import { FilmPreview } from './film-preview.js';

const lengths = ['usual', '60', '120', '300'] as const;
const soundFiles = ['audio/*'];

/** 招商宣传片: a film of a tour, with its picture; for whom, how large, how long, in which languages, with which music. All but tour and music is remembered. */
export function FilmCard() {
  const say = useSay();
  const client = useClient();
  const habit = useProgram((state) => state.settings.film);
  const { work, start, cancel, reset } = useJob<Output>();
  const [choice, setChoice] = useState<FilmHabit>(habit);
  const [music, setMusic] = useState<File | null>(null);
  const tours = useProgram((state) => state.deskTours);
  const [chosen, setChosen] = useState<string | null>(null);
  // A tour that was removed meanwhile is not asked for.
  const tour = tours?.find(({ id }) => id === chosen) ?? tours?.[0] ?? null;
  const running = work.at === 'running';
  const clear = () => { if (!running) reset(); };
  const choose = (change: Partial<FilmHabit>) => { setChoice({ ...choice, ...change }); clear(); };
  const chooseLength = (length: string) => {
    const { seconds: _before, ...rest } = choice;
    setChoice(length === 'usual' ? rest : { ...rest, seconds: Number(length) });
    clear();
  };
  const row = (label: string, control: React.ReactNode, words: string) => <div className="output-option"><span className="label">{label}</span>{control}<p className="help">{words}</p></div>;
  const title = say('招商宣传片', 'The film');
  const request = { kind: 'film', ...choice, ...(tour ? { tourId: tour.id } : {}) } as const;
  const make = () => {
    // What is remembered is a convenience: the film is made all the same.
    client.call('settings.set', { film: choice }).catch(() => undefined);
    start(async () => client.call('output.start', { ...request, ...(music ? { music: await client.upload(music) } : {}) }));
  };
  const takeMusic = (file: File | undefined) => {
    if (!file) return;
    setMusic(file);
    clear();
  };
  return (
    <section className="panel outputs-card" aria-label={title} data-testid="output-film">
      <FilmPreview request={request} />
      <div className="outputs-card-body">
        <header><Icon name="camera" size={26} /><div><h2>{title}</h2><p>{say('照着讲解路线画成的影片：飞越地图、照片、字幕和数字，放在大屏上，发到群里。', 'A tour drawn as a film: flights over the map, photos, captions and figures, for screens and chats.')}</p></div></header>
        <div className="output-options">
          {tours && tours.length > 1 && row(say('讲解路线', 'Tour'), <Segmented label={say('讲解路线', 'Tour')} value={tour?.id ?? ''} onChange={(id) => { setChosen(id); clear(); }} options={tours.slice(0, 4).map(({ id, name }) => ({ value: id, label: name }))} />, say('顺序照路线，每站几个镜头。', 'In the tour’s order, a few shots for each stop.'))}
          {row(say('给谁看', 'For whom'), <Segmented label={say('给谁看', 'For whom')} value={choice.audience} onChange={(audience) => choose({ audience })} options={[{ value: 'internal', label: say('内部', 'Staff') }, { value: 'public', label: say('对外', 'Public') }]} />,
            choice.audience === 'internal' ? say('每一帧都标「内部资料」。', 'Every frame is marked internal.') : say('只含可公开的内容，讲解词不进影片。', 'Public content only; speaker notes stay out.'))}
          {row(say('画幅', 'Size'), <Segmented label={say('画幅', 'Size')} value={choice.size} onChange={(size) => choose({ size })} options={[{ value: '1080p', label: '1080p' }, { value: '4k', label: '4K' }, { value: 'upright', label: say('竖屏', 'Upright') }, { value: 'draft', label: say('小样', 'Draft') }]} />,
            { '1080p': say('1920 × 1080，电视和投影。', '1920 × 1080, for screens and projectors.'), '4k': say('3840 × 2160，大屏；要多等几倍时间。', '3840 × 2160, for a wall of screens; takes several times as long.'), upright: say('1080 × 1920，手机竖着看。', '1080 × 1920, for phones held upright.'), draft: say('640 × 360，先看一眼。', '640 × 360, for a quick look.') }[choice.size])}
          {row(say('时长', 'Length'), <Segmented label={say('时长', 'Length')} value={choice.seconds === undefined ? 'usual' : lengths.find((length) => Number(length) === choice.seconds) ?? 'usual'} onChange={chooseLength} options={lengths.map((length) => ({ value: length, label: length === 'usual' ? say('自动', 'As needed') : say(`${Number(length) / 60} 分钟`, `${Number(length) / 60} min`) }))} />,
            say('自动时每站 6 到 10 秒，全片不超过三分钟；每站至少三秒多，站点多时会比所选的长。', 'As needed: 6 to 10 s a stop, three minutes at most. A stop takes at least three seconds and more, so many stops may take longer than chosen.'))}
          {row(say('语言', 'Language'), <Segmented label={say('语言', 'Language')} value={choice.language} onChange={(language) => choose({ language })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }, { value: 'both', label: '中文 + English' }]} />, choice.language === 'both' ? say('中文为主，下面一行小字英文。', 'Chinese first, with English in small under it.') : say('账本里没有的译文，照原文写。', 'What has no translation stands as written.'))}
          {row(say('配乐', 'Music'), <div className="outputs-music">
            <FileTrigger acceptedFileTypes={soundFiles} onSelect={(list) => takeMusic(list?.[0])}><Button small>{music ? say('换一首', 'Change') : say('选音乐文件', 'Choose a file')}</Button></FileTrigger>
            {music && <><span>{music.name}</span><Button small tone="quiet" icon="close" label={say('不要配乐', 'No music')} onPress={() => { setMusic(null); clear(); }} /></>}
          </div>, say('用您有权使用的 MP3、WAV、OGG；短了循环，片尾渐弱。', 'MP3, WAV or OGG that you may use; repeated where too short, faded out at the end.'))}
          {row(say('格式', 'Format'), <Segmented label={say('格式', 'Format')} value={choice.format} onChange={(format) => choose({ format })} options={[{ value: 'mp4', label: 'MP4' }, { value: 'webm', label: 'WebM' }]} />, choice.format === 'mp4' ? say('微信、PPT、电视都能放。', 'Plays in chats, slides and on screens.') : say('放在网页上用，文件小一些。', 'For web pages; a smaller file.'))}
        </div>
        <div className="outputs-card-foot">
          <OutputRun work={work} onCancel={cancel} />
          {!running && <Button tone="primary" icon="export" onPress={make}>{work.at === 'done' ? say('再生成一次', 'Make it again') : say('生成', 'Make the file')}</Button>}
        </div>
      </div>
    </section>
  );
}

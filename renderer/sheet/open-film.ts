import '@fontsource-variable/noto-sans-sc/index.css';
import type { FilmSheet } from '../../data/contract.js';
import { framesPerSecond } from '../../data/schema/film.js';
import { text, type Text } from '../../data/schema/text.js';
import type { Client } from '../client/client.js';
import { openFilm } from '../film/film-sources.js';
import { makeFilm } from '../film/make-film.js';
import { layMusic } from '../film/soundtrack.js';
import { offerPieces } from './offer-pieces.js';
import { tellReady, tellStep } from './sheet-signal.js';

/** The frame of a film that stands for it: its cover, when all of it has come. */
const posterFrame = (frames: number) => Math.min(Math.floor(frames / 2), 80);
const posterQuality = 0.92;
/** The encoder holds about ten pictures, those that wait and those it works on; another one is drawn meanwhile. For a larger film it is as many as there is room for. */
const [mostCanvases, canvasBytes] = [12, 100e6];
const canvasesFor = ({ width, height }: FilmSheet['plan']) => Math.max(2, Math.min(mostCanvases, Math.floor(canvasBytes / (width * height * 4))));
/** So many frames between two words on how far it is. */
const tellEvery = 15;

/** Draws the film that the host opened this page for, and hands it on piece by piece. */
export async function makeSheetFilm(client: Client, id: string, { plan, format, music }: FilmSheet): Promise<void> {
  const notices: Text[] = [];
  const step = text('绘制影片', 'Drawing the film');
  tellStep(0, plan.frames, step);
  const offer = offerPieces();
  const { drawing, close } = await openFilm(client, plan, plan.width / (plan.width < plan.height ? 1080 : 1920), (notice) => notices.push(notice), canvasesFor(plan));
  const soundtrack = music ? await layMusic(await (await fetch(client.address(`music/${id}`))).arrayBuffer(), plan.frames / framesPerSecond) : null;
  if (music && !soundtrack) notices.push(text('这个音乐文件解不开，影片没有配乐。请换成 MP3、WAV 或 OGG 再做一次。', 'The music could not be decoded, so the film has none. Use an MP3, WAV or OGG file and make it again.'));
  const poster = await drawing.frame(posterFrame(plan.frames));
  await offer.give('poster', new Uint8Array(await (await poster.convertToBlob({ type: 'image/jpeg', quality: posterQuality })).arrayBuffer()), 0);
  const made = await makeFilm({
    plan, drawing, format, music: soundtrack, give: (bytes, position) => offer.give('film', bytes, position),
    onFrame: (done) => { if (done % tellEvery === 0) tellStep(done, plan.frames, step); },
    cannotSound: () => notices.push(text('本机的浏览器引擎不能编码声音，影片没有配乐。', 'The browser engine of this machine cannot encode sound, so the film has no music.')),
  });
  close();
  offer.finish({ ...made, notices });
  tellReady();
}

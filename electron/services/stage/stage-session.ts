import type { StageDesk } from '../../../data/contract.js';
import { act, restSeconds } from '../../../data/rules/stage/act.js';
import { settled } from '../../../data/rules/stage/settle.js';
import { FailureError } from '../../../data/schema/failure.js';
import { boothCommands, boothIdleSeconds, noShow, type StageCommand, type StageShow } from '../../../data/schema/stage.js';
import { text } from '../../../data/schema/text.js';
import type { Ledger } from '../../storage/ledger.js';
import type { EventHub } from '../event-hub.js';
import type { Handlers } from '../program.js';
import type { SettingsStore } from '../settings.js';
import { boothClock, type BoothClock } from './booth-clock.js';
import type { Screens } from './screens.js';
import { pinGuard } from './pin-guard.js';
import { createRoutes } from './stage-facts.js';
import { mostMarks, stageFile, type KeptShow } from './stage-file.js';

type StageCalls = Pick<Handlers, 'public.stage' | 'public.act' | 'public.unlock' | 'public.point' | 'stage.start' | 'stage.act' | 'stage.desk' | 'stage.mark' | 'stage.clearMarks' | 'stage.screen'>;

export interface StageMeans {
  readonly ledger: () => Ledger;
  readonly hub: EventHub;
  readonly settings: SettingsStore;
  readonly home: string;
  readonly now: () => Date;
  readonly screens: () => Screens | undefined;
  readonly clock?: BoothClock | undefined;
}
export interface Stage { readonly calls: StageCalls; close(): Promise<void> }

const noTour = () => new FailureError('not-found', text('这条讲解路线已不在，请另选一条。', 'This tour is no longer there; choose another one.'));
const nothingToShow = () => new FailureError('not-found', text('这条路线没有能上台的站点：都隐藏了，或所指的资产已不在。请先添加一站。', 'This tour has no stop that can be shown: all are hidden, or what they show is gone. Add a stop first.'));
const boothOnly = () => new FailureError('not-allowed', text('展台循环中，请先输入 PIN 退出。', 'The booth is running; leave it with the PIN first.'));
const wrongPin = () => new FailureError('not-allowed', text('PIN 不对，请再输一次。', 'That is not the PIN; try again.'));
const noScreen = () => new FailureError('not-found', text('这个程序不能打开观众屏，请从溪山的窗口里开讲。', 'This program cannot open an audience screen; start the show from the window of Xishan.'));
const tooSoon = () => new FailureError('not-allowed', text('输错过 PIN，请过几秒再输。', 'The last PIN was wrong; wait a few seconds, then try again.'));

/** A show that ran when its program was closed is taken up again by one that starts so soon after: the wrong window was closed. */
const reopenedWithinMs = 10 * 60_000;

/** True where a kept show goes on by itself: it was cut off, or its program was closed only just now. */
const goesOn = (kept: KeptShow, now: number) => kept.show.on && (kept.closedAt === null || now - kept.closedAt < reopenedWithinMs);

/** The one session that console and audience screen share. Restores a show of the same ledger that a crash cut off. */
export async function openStage({ ledger, hub, settings, home, now, screens, clock = boothClock() }: StageMeans): Promise<Stage> {
  const file = stageFile(home);
  const routeOf = createRoutes(ledger);
  let show: StageShow = { ...noShow, theme: settings.get().stageTheme, language: settings.get().stageLanguage };
  let desk: StageDesk = { startedAt: null, stopSince: null, marks: [], recovered: false };
  const judgePin = pinGuard();

  const kept = await file.read();
  if (kept && kept.folder === ledger().folder) {
    const { passages: route, isShown } = routeOf(kept.show.tourId);
    const known = goesOn(kept, now().getTime()) && route.length > 0;
    if (known) show = settled(kept.show, [], route, isShown);
    desk = { startedAt: known ? kept.startedAt : null, stopSince: known ? kept.stopSince : null, marks: kept.marks, recovered: known };
  }

  const keep = (closedAt: number | null = null) => file.keep({ folder: ledger().folder, show, startedAt: desk.startedAt, stopSince: desk.stopSince, closedAt, marks: [...desk.marks] });
  const tellDesk = (next: StageDesk) => { desk = next; hub.emit('stage.desk', desk); };
  const passages = () => routeOf(show.tourId).passages;
  /** The passages as the show last stood among them, to find a way on when a stop is taken out from under it. */
  let stoodAmong = passages();

  function wait(): void {
    const isBooth = show.on && show.mode === 'booth';
    if (isBooth && show.awake) clock.set(boothIdleSeconds, () => become(act(show, { do: 'sleep' }, passages())));
    else clock.set(isBooth && !show.black ? restSeconds(show, passages()) : null, () => turn(act(show, { do: 'next' }, passages())));
  }
  /** A loop of one scene comes back to itself, and must be waited for again. */
  const turn = (next: StageShow) => { if (next === show) wait(); else become(next); };

  function become(next: StageShow): StageShow {
    if (next === show) return show;
    const moved = next.stopId !== show.stopId || next.on !== show.on;
    show = next;
    stoodAmong = passages();
    hub.emit('stage.shows', show);
    if (moved) tellDesk({ ...desk, stopSince: show.on ? now().getTime() : null, startedAt: show.on ? desk.startedAt : null, recovered: false });
    keep();
    wait();
    return show;
  }

  function obey(command: StageCommand): StageShow {
    const before = show;
    become(act(show, command, passages()));
    // Each sign of a visitor puts the loop off anew, also one that changes nothing.
    if (show.mode === 'booth' && show.awake) wait();
    if (command.do === 'present' && show !== before) void rememberLook();
    return show;
  }
  /** A look that cannot be kept holds for this show all the same. */
  async function rememberLook(): Promise<void> {
    await settings.set({ stageTheme: show.theme, stageLanguage: show.language }).catch((error: unknown) => console.error('[stage]', error));
    hub.emit('settings.changed', settings.get());
  }

  /** Finds the show's way on after the records it follows have changed. */
  function settle(): void {
    const { passages: route, isShown } = routeOf(show.tourId);
    const before = stoodAmong;
    stoodAmong = route;
    const next = settled(show, before, route, isShown);
    if (next !== show) become(next);
    // What a stop lasts may have changed with it; a booth that nobody is at counts anew.
    else if (route !== before && show.on && show.mode === 'booth' && !show.awake) wait();
  }

  const stops = [
    // Another ledger has another story. The same one taken up again, from a stick that was out or at a new place, goes on where it was.
    hub.on('ledger.opened', () => {
      settle();
      if (!show.on) become({ ...noShow, theme: show.theme, language: show.language });
      tellDesk({ ...desk, marks: desk.marks.filter(({ assetId }) => ledger().asset(assetId)) });
      keep();
    }),
    hub.on('ledger.changed', settle),
    hub.on('settings.changed', ({ stageTheme, stageLanguage }) => { become(act(show, { do: 'present', theme: stageTheme, language: stageLanguage }, passages())); }),
  ];
  wait();

  return {
    calls: {
      'public.stage': () => ({ show, tour: routeOf(show.tourId).tour }),
      'public.act': ({ command }) => {
        if (show.mode === 'booth' && show.on && !boothCommands.has(command.do)) throw boothOnly();
        return obey(command);
      },
      'public.unlock': ({ pin }) => {
        if (!show.on || show.mode !== 'booth') return show;
        const verdict = judgePin(pin, settings.get().boothPin);
        if (verdict.kind === 'wait') throw tooSoon();
        if (verdict.kind === 'wrong') throw wrongPin();
        return become(act(show, { do: 'end' }, passages()));
      },
      'public.point': ({ laser }) => { if (show.on) hub.emit('stage.points', laser); return {}; },
      'stage.start': ({ tourId, stopId, booth }) => {
        const { tour, passages: route } = routeOf(tourId);
        if (!tour) throw noTour();
        const first = route.find(({ stop }) => stop.id === stopId) ?? route[0];
        if (!first) throw nothingToShow();
        const { stageTheme: theme, stageLanguage: language } = settings.get();
        tellDesk({ ...desk, startedAt: now().getTime(), stopSince: now().getTime(), recovered: false });
        return become({ ...noShow, on: true, tourId, stopId: first.stop.id, mode: booth ? 'booth' : 'tour', theme, language });
      },
      'stage.act': ({ command }) => obey(command),
      'stage.desk': () => desk,
      'stage.mark': ({ assetId, marked }) => {
        const others = desk.marks.filter((mark) => mark.assetId !== assetId);
        tellDesk({ ...desk, marks: marked ? [...others, { assetId, at: now().getTime() }].slice(-mostMarks) : others });
        keep();
        return desk;
      },
      'stage.clearMarks': () => { tellDesk({ ...desk, marks: [] }); keep(); return desk; },
      'stage.screen': async ({ open }) => {
        const parts = screens();
        if (!parts) throw noScreen();
        if (open) return parts.open();
        await parts.close();
        return { address: null, displays: 1 };
      },
    },
    async close() {
      stops.forEach((stop) => stop());
      clock.set(null, () => undefined);
      if (show.on) keep(now().getTime());
      await file.settled();
    },
  };
}

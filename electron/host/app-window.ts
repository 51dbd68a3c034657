import { spawn } from 'node:child_process';

/** Switches that keep a browser of the family to our page: no first-run pages, no updates, no lookups of any name. */
export const quietSwitches: readonly string[] = [
  '--no-first-run', '--no-default-browser-check', '--no-service-autorun', '--no-pings', '--disable-search-engine-choice-screen',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps', '--disable-extensions',
  '--disable-domain-reliability', '--disable-background-mode', '--disable-client-side-phishing-detection', '--disable-breakpad', '--metrics-recording-only', '--disable-speech-api',
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,AutofillServerCommunication,CertificateTransparencyComponentUpdater,InterestFeedContentSuggestions,PrivacySandboxSettings4,msEdgeTranslate',
  '--password-store=basic', '--use-mock-keychain', '--disable-session-crashed-bubble', '--hide-crash-restore-bubble', '--autoplay-policy=no-user-gesture-required',
  // Nothing but this machine has a name that resolves.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export interface AppWindowOptions {
  readonly browser: string;
  readonly address: string;
  /** A browser profile of our own, so that the window is a process of its own. */
  readonly profile: string;
  /** Chromium refuses its sandbox to root on Linux; `--test-type` takes the warning bar away that this would raise. */
  readonly rootOnLinux: boolean;
}

/** The command line that opens the page as an app window. */
export const windowSwitches = ({ address, profile, rootOnLinux }: Omit<AppWindowOptions, 'browser'>): readonly string[] => [
  `--app=${address}`, '--window-size=1440,900', '--window-position=0,0', `--user-data-dir=${profile}`, ...quietSwitches, ...(rootOnLinux ? ['--no-sandbox', '--test-type'] : []),
];

export interface AppWindow {
  /** Ends with how long the browser ran, in milliseconds, or with the error that kept it from starting. */
  readonly ended: Promise<{ readonly ranMs: number; readonly code: number | null } | { readonly error: Error }>;
  close(): void;
}

/** Opens the page in the machine's own browser as a window without bars. */
export function openAppWindow(options: AppWindowOptions): AppWindow {
  const begun = Date.now();
  const child = spawn(options.browser, windowSwitches(options), { stdio: 'ignore' });
  return {
    ended: new Promise((resolve) => {
      child.once('error', (error) => resolve({ error }));
      child.once('exit', (code) => resolve({ ranMs: Date.now() - begun, code }));
    }),
    close: () => { child.kill(); },
  };
}

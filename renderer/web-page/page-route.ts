import { useSyncExternalStore } from 'react';

/** What is open over the page; its address says it, so that a phone's back key closes it. */
export interface Route { readonly asset: string | null; /** The number of a photo of the asset, from 0. */ readonly photo: number | null }

const hash = () => window.location.hash;
const follow = (changed: () => void) => { window.addEventListener('hashchange', changed); return () => window.removeEventListener('hashchange', changed); };
/** How many addresses this page has put on the way since it was opened: so many can be gone back. */
let steps = 0;

function routeOf(address: string): Route {
  const words = new URLSearchParams(address.slice(1));
  const photo = Number(words.get('photo'));
  return { asset: words.get('asset'), photo: words.has('photo') && Number.isInteger(photo) && photo >= 0 ? photo : null };
}
const addressOf = ({ asset, photo }: Route) => `#${new URLSearchParams({ ...(asset === null ? {} : { asset }), ...(photo === null ? {} : { photo: String(photo) }) }).toString()}`;

export const useRoute = (): Route => routeOf(useSyncExternalStore(follow, hash));

export function openRoute(route: Route): void {
  if (addressOf(route) === hash()) return;
  steps += 1;
  window.location.hash = addressOf(route);
}
/** The same place with another photo or asset: going back does not pass through each. */
export function replaceRoute(route: Route): void {
  window.history.replaceState(null, '', addressOf(route));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
/** Back to `route`, the way that led here where there is one. */
export function closeTo(route: Route): void {
  if (steps > 0) { steps -= 1; window.history.back(); } else replaceRoute(route);
}

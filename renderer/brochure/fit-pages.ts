/** Steps by which a page's letters may be set smaller before its longest texts are cut. */
const steps = 5;
/** Fractions of a pixel are no overflow. */
const slack = 1;

const overflows = (body: HTMLElement) => body.scrollHeight > body.clientHeight + slack || body.scrollWidth > body.clientWidth + slack
  || [...body.querySelectorAll<HTMLElement>('[data-keep]')].some((part) => part.scrollHeight > part.clientHeight + slack);

/** Sets the letters of every page whose words do not find room a step smaller, until they do. Settles when all fit or nothing is left to try. */
export function fitPages(root: ParentNode): void {
  let bodies = [...root.querySelectorAll<HTMLElement>('[data-fit]')];
  for (let step = 1; step <= steps; step += 1) {
    // All are measured before any is changed: the pages are laid out once for a step, and not once for each of them.
    bodies = bodies.filter(overflows);
    for (const body of bodies) body.dataset['tight'] = String(step);
  }
}

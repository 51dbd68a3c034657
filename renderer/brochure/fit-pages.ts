/** Steps by which a page's letters may be set smaller before its longest texts are cut. */
const steps = 5;
/** Fractions of a pixel are no overflow. */
const slack = 1;

/** True when the last part of a page ends below where the page's words may stand. Pictures that run to the edge say so by a margin of less than nothing. */
function overflows(body: HTMLElement): boolean {
  const last = body.lastElementChild;
  if (!last || getComputedStyle(body).display !== 'flex') return false;
  return last.getBoundingClientRect().bottom + Number.parseFloat(getComputedStyle(last).marginBottom) > body.getBoundingClientRect().bottom + slack;
}

/** Sets the letters of every page whose words do not find room a step smaller, until they do. */
export function fitPages(root: ParentNode): void {
  let bodies = [...root.querySelectorAll<HTMLElement>('[data-fit]')];
  for (let step = 1; step <= steps; step += 1) {
    // All are measured before any is changed: the pages are laid out once for a step, and not once for each of them.
    bodies = bodies.filter(overflows);
    for (const body of bodies) body.dataset['tight'] = String(step);
  }
}

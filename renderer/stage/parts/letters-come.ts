/** Between two looks, in milliseconds: time to lay out, which is when letters are asked for. By the clock and not by frames: a window that is not seen draws none. */
const lookMs = 40;

/**
 * Settles when all letters that the page shows have come. The browser's own word comes too soon for words that have only just been set:
 * until they are laid out, none of their letters is on its way.
 */
export async function lettersCome(): Promise<void> {
  for (let quiet = 0; quiet < 2;) {
    await document.fonts.ready;
    await new Promise((looked) => { setTimeout(looked, lookMs); });
    quiet = document.fonts.status === 'loaded' ? quiet + 1 : 0;
  }
}

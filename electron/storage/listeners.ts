/** Those who want to hear of something. One that fails is noted, and keeps no other from hearing. */
export class Listeners<Word = void> {
  readonly #all = new Set<(word: Word) => void>();

  /** Answers with what stops the listener. */
  add(listener: (word: Word) => void): () => void {
    this.#all.add(listener);
    return () => { this.#all.delete(listener); };
  }

  tell(word: Word): void {
    for (const listener of this.#all) {
      try {
        listener(word);
      } catch (error) {
        console.error(error);
      }
    }
  }
}

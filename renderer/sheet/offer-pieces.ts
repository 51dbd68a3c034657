/** A stretch of a file that a page makes, as the host takes it: electron/host/await-sheet.ts asks for one after another. */
interface Piece { readonly part: string; readonly position: number; readonly data: string }
interface Waiting { readonly part: string; readonly position: number; readonly bytes: Uint8Array; readonly taken: () => void }

/** So many bytes may wait for the host before whoever makes them waits as well. */
const mostWaiting = 16 * 2 ** 20;

async function base64Of(bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => { const address = reader.result as string; resolve(address.slice(address.indexOf(',') + 1)); };
    reader.onerror = () => reject(reader.error ?? new Error('A piece could not be read.'));
    reader.readAsDataURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  });
}

export interface PieceOffer {
  /** Hands on a stretch of a file; settles once there is room for more. */
  give(part: string, bytes: Uint8Array, position: number): Promise<void>;
  /** Settles when the host has taken everything. */
  allTaken(): Promise<void>;
  /** What came of the work. */
  finish(result: unknown): void;
}

/** Opens the counter at which the host takes what this page makes, piece by piece. */
export function offerPieces(): PieceOffer {
  const waiting: Waiting[] = [];
  let bytesWaiting = 0;
  let result: unknown = null;
  const idle: (() => void)[] = [];
  const take = async (): Promise<Piece | null> => {
    const next = waiting.shift();
    if (!next) return null;
    const piece = { part: next.part, position: next.position, data: await base64Of(next.bytes) };
    bytesWaiting -= next.bytes.length;
    next.taken();
    if (waiting.length === 0) idle.splice(0).forEach((tell) => tell());
    return piece;
  };
  Object.assign(globalThis, { xishanPieces: { take, result: () => result } });
  return {
    give: (part, bytes, position) => new Promise((resolve) => {
      bytesWaiting += bytes.length;
      const full = bytesWaiting > mostWaiting;
      // What made the bytes may use their room again.
      waiting.push({ part, position, bytes: bytes.slice(), taken: full ? resolve : () => undefined });
      if (!full) resolve();
    }),
    allTaken: () => (waiting.length === 0 ? Promise.resolve() : new Promise((resolve) => { idle.push(resolve); })),
    finish: (made) => { result = made; },
  };
}

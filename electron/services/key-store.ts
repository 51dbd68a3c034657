/** The system's own store of secrets, where a host has one: what it wraps only this account on this machine can unwrap. */
export interface KeyStore {
  /** False where the system only obscures what it is given. */
  isSafe(): boolean;
  wrap(secret: string): Buffer;
  /** Throws where the secret was wrapped on another machine or for another account. */
  unwrap(box: Buffer): string;
}

import { useState } from 'react';

/** The last value that was there: while something is being asked for anew, what stood before goes on standing. */
export function useKept<Value>(value: Value | null): Value | null {
  const [kept, setKept] = useState(value);
  if (value !== null && value !== kept) setKept(value);
  return value ?? kept;
}

/** What became of one asset: every change, the last first. */
export function RecordHistory(_props: { id: string }) {
  return null;
}

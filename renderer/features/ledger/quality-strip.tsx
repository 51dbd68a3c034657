/** The asset's score, what is missing and what is doubtful, each a way to its field. */
export function QualityStrip(_props: { id: string; onField: (path: string) => void }) {
  return null;
}

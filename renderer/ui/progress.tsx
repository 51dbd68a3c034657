/** A bar for work under way; without a total it runs to and fro. */
export function Progress({ done, total, label }: { done: number; total: number | null; label: string }) {
  const share = total ? Math.min(100, Math.round((100 * done) / total)) : undefined;
  return (
    <div className={`progress ${share === undefined ? 'progress-unknown' : ''}`} role="progressbar" aria-label={label} {...(share === undefined ? {} : { 'aria-valuenow': share, 'aria-valuemin': 0, 'aria-valuemax': 100 })}>
      <i style={share === undefined ? {} : { width: `${share}%` }} />
    </div>
  );
}

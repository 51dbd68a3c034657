/** Does some work once the frame under way has been shown: what is to be seen first is not kept waiting by what comes next. Answers with the way to call it off. */
export function afterFrame(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => { timer = setTimeout(work); });
  return () => { cancelAnimationFrame(frame); clearTimeout(timer); };
}

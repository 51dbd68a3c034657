// Animation frames by steps of one twentieth of a second, however busy the machine is: a flight has the same frames on every run.
{
  const stepMs = 1000 / 20;
  let queue = [];
  let cancelled = new Set();
  let serial = 0;
  let now = performance.now();
  window.requestAnimationFrame = (callback) => { queue.push([++serial, callback]); return serial; };
  window.cancelAnimationFrame = (id) => { cancelled.add(id); };
  const step = async () => {
    now += stepMs;
    const [frame, gone] = [queue, cancelled];
    queue = [];
    cancelled = new Set();
    for (const [id, callback] of frame) {
      if (gone.has(id) || cancelled.has(id)) continue;
      callback(now);
      // What a callback leaves for the end of its task is done before the next one, as in a browser's own frame.
      await null;
    }
    window.afterFrame?.();
    setTimeout(() => void step(), 4);
  };
  void step();
}

/**
 * Raises every hollow of a grid until it spills, with a slight fall towards the outlet
 * (priority flood after Barnes, Lehman and Mulla, 2014). `fixed` cells are the outlets.
 */
export function fillHollows(grid, fixed) {
  const { columns, values, cell } = grid
  const count = values.length
  const fall = cell * 0.004
  const done = new Uint8Array(count)
  const keys = new Float32Array(count + 1)
  const heap = new Int32Array(count + 1)
  let size = 0
  const push = (at) => {
    const key = values[at]
    let k = ++size
    while (k > 1 && keys[k >> 1] > key) {
      keys[k] = keys[k >> 1]
      heap[k] = heap[k >> 1]
      k >>= 1
    }
    keys[k] = key
    heap[k] = at
  }
  const pop = () => {
    const top = heap[1]
    const key = keys[size]
    const last = heap[size--]
    let k = 1
    for (let child = 2; child <= size; child = k * 2) {
      if (child < size && keys[child + 1] < keys[child]) child++
      if (keys[child] >= key) break
      keys[k] = keys[child]
      heap[k] = heap[child]
      k = child
    }
    keys[k] = key
    heap[k] = last
    return top
  }
  for (let at = 0; at < count; at++)
    if (fixed[at]) {
      done[at] = 1
      push(at)
    }
  const offsets = [-columns, -1, 1, columns, -columns - 1, -columns + 1, columns - 1, columns + 1]
  while (size) {
    const at = pop()
    for (const offset of offsets) {
      const to = at + offset
      if (to < 0 || to >= count || done[to]) continue
      done[to] = 1
      if (values[to] <= values[at]) values[to] = values[at] + fall
      push(to)
    }
  }
}

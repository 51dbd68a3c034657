/**
 * A way of looking at solid things: from `eye` {x, y, z} in metres (y up) along z turned by `yaw`, upright lines kept upright.
 * `point(x, y, z)` gives picture pixels; `scale(x, z)` pixels to the metre there.
 */
export function createView({ eye = { x: 0, y: 1.6, z: 0 }, yaw = 0, horizon = 480, focal = 1200, middle = 800 }) {
  const cos = Math.cos(yaw)
  const sin = Math.sin(yaw)
  const turned = (x, z) => {
    const dx = x - eye.x
    const dz = z - eye.z
    return [dx * cos - dz * sin, Math.max(0.3, dx * sin + dz * cos)]
  }
  return {
    eye,
    horizon,
    point(x, y, z) {
      const [side, depth] = turned(x, z)
      return [middle + (side * focal) / depth, horizon - ((y - eye.y) * focal) / depth]
    },
    scale: (x, z) => focal / turned(x, z)[1],
    depth: (x, z) => turned(x, z)[1],
  }
}

/** A frame standing on the ground at (x, z), turned by `turn`, raised by `y`: `at(a, b, c)` gives the world point of its own right, up, back. */
export function createFrame({ x = 0, y = 0, z = 0, turn = 0 }) {
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  return { at: (a, b, c) => [x + a * cos + c * sin, y + b, z - a * sin + c * cos] }
}

/** An upright wall between two ground points of a frame: `on(u, y)` the picture point `u` metres along and `y` up; `faces` the eye or not. */
export function createWall(view, frame, from, to) {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  const place = (u, y) => {
    const t = u / length
    return frame.at(from[0] + (to[0] - from[0]) * t, y, from[1] + (to[1] - from[1]) * t)
  }
  const [ax, , az] = place(0, 0)
  const [bx, , bz] = place(length, 0)
  const turning = (bx - ax) * (view.eye.z - az) - (bz - az) * (view.eye.x - ax)
  return { length, faces: turning < 0, on: (u, y) => view.point(...place(u, y)), middle: [(ax + bx) / 2, (az + bz) / 2], unit: view.scale((ax + bx) / 2, (az + bz) / 2) }
}

/** Colours of the relief by style: `ramp` from valley floor to summit, `lit` and `deep` for light and shade, `mist` for the ground. */
export const reliefPalette = {
  paper: {
    mist: [246, 241, 229],
    ramp: [[0, [239, 231, 203]], [0.05, [228, 226, 189]], [0.14, [194, 211, 172]], [0.3, [136, 187, 157]], [0.5, [80, 151, 141]], [0.72, [46, 117, 130]], [1, [29, 84, 117]]],
    ochre: [206, 176, 120],
    lit: [255, 247, 218],
    deep: [17, 66, 82],
    light: 0.5,
    shade: 0.62,
  },
  night: {
    mist: [18, 32, 31],
    ramp: [[0, [30, 49, 47]], [0.05, [29, 54, 51]], [0.14, [28, 63, 59]], [0.3, [30, 77, 73]], [0.5, [36, 93, 92]], [0.72, [45, 110, 116]], [1, [66, 134, 146]]],
    ochre: [74, 66, 46],
    lit: [168, 214, 204],
    deep: [7, 19, 22],
    light: 0.3,
    shade: 0.66,
  },
}

/** A ramp as a table of 256 colours, three bytes each. */
export function rampTable(ramp) {
  const table = new Float32Array(256 * 3)
  for (let k = 0; k < 256; k++) {
    const t = k / 255
    const upper = Math.max(1, ramp.findIndex(([stop]) => stop >= t))
    const [[from, low], [to, high]] = [ramp[upper - 1], ramp[upper]]
    for (let c = 0; c < 3; c++) table[k * 3 + c] = low[c] + ((high[c] - low[c]) * (t - from)) / (to - from)
  }
  return table
}

/** Frames in a second, and the size of a frame in pixels. */
const pace = 25
const [width, height] = [1280, 720]
const bitsPerSecond = 1_100_000

/** A band of mist as a picture of its own, twice as wide as a frame, so that it can drift. */
function mistPicture() {
  const canvas = new OffscreenCanvas(width * 2, 220)
  const x = canvas.getContext('2d')
  for (let puff = 0; puff < 60; puff++) {
    const [at, y, wide] = [((puff * 397) % 1000) / 1000 * canvas.width, 70 + ((puff * 131) % 80), 160 + ((puff * 53) % 180)]
    const glow = x.createRadialGradient(at, y, 0, at, y, wide)
    glow.addColorStop(0, '#ffffff38')
    glow.addColorStop(1, '#ffffff00')
    x.setTransform(1, 0, 0, 0.34, 0, y * 0.66)
    x.fillStyle = glow
    x.fillRect(at - wide, y - wide, wide * 2, wide * 2)
  }
  return canvas
}

/** An egret as two strokes whose wings beat with the time, `size` its span in pixels. */
function bird(x, at, y, size, time) {
  const beat = Math.sin(time * 7 + at * 0.02) * size * 0.32
  x.beginPath()
  x.moveTo(at - size / 2, y - beat)
  x.quadraticCurveTo(at - size / 6, y - beat * 0.2 - size * 0.08, at, y)
  x.quadraticCurveTo(at + size / 6, y - beat * 0.2 - size * 0.08, at + size / 2, y - beat)
  x.stroke()
}

/** Films one picture, given as an address, and answers with base64 WebM. Drawn in real time: the engine's recorder has no other clock. */
export async function paintFilm({ address, seconds, mist, birds }) {
  const picture = await createImageBitmap(await (await fetch(address)).blob())
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const x = canvas.getContext('2d')
  const haze = mistPicture()
  const draw = (time) => {
    const share = time / seconds
    const scale = (width / picture.width) * (1.04 + 0.1 * share)
    x.drawImage(picture, (width - picture.width * scale) / 2, (height - picture.height * scale) * (0.55 + 0.1 * share), picture.width * scale, picture.height * scale)
    x.globalAlpha = mist * (1 - 0.5 * share)
    x.drawImage(haze, -width * share * 0.7, height * 0.3)
    x.drawImage(haze, -width * (0.9 - share * 0.4), height * 0.42)
    x.globalAlpha = 1
    x.strokeStyle = '#fdfbf2'
    x.lineWidth = 3
    x.lineCap = 'round'
    for (const [from, y] of birds) bird(x, (from + share * 1.15) * width, (y + 0.02 * Math.sin(time + from * 40)) * height, 34, time)
  }
  draw(0)
  const recorder = new MediaRecorder(canvas.captureStream(pace), { mimeType: 'video/webm;codecs=vp9', videoBitsPerSecond: bitsPerSecond })
  const parts = []
  recorder.ondataavailable = (event) => parts.push(event.data)
  const over = new Promise((resolve) => { recorder.onstop = resolve })
  recorder.start()
  const begun = performance.now()
  await new Promise((resolve) => {
    const frame = () => {
      const time = (performance.now() - begun) / 1000
      draw(Math.min(time, seconds))
      if (time < seconds) requestAnimationFrame(frame)
      else resolve()
    }
    requestAnimationFrame(frame)
  })
  recorder.stop()
  await over
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return { data: btoa(text), width, height }
}

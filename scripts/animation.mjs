// Moving pictures: screenshots are made smaller and joined into a GIF that repeats for ever.
import gifenc from 'gifenc'
import { PNG } from 'pngjs'

const { GIFEncoder, applyPalette, quantize } = gifenc

/** Colours of the picture; one more stands for what has not changed. */
const colours = 127

/**
 * @typedef {object} Frame
 * @property {Buffer} png a screenshot
 * @property {number} ms how long it is shown
 */

/**
 * Joins screenshots of one size. All share one palette, and a frame holds only what has changed, which keeps it small.
 * @param {readonly Frame[]} frames
 * @param {number} width of the moving picture, in pixels
 * @returns {Uint8Array} the GIF
 */
export function animation(frames, width) {
  const pictures = frames.map(({ png }) => smaller(PNG.sync.read(png), width))
  const { height } = pictures[0]
  const palette = quantize(sampled(pictures), colours)
  const transparent = palette.length
  const gif = GIFEncoder()
  /** @type {Uint8Array | undefined} */
  let before
  for (const [at, picture] of pictures.entries()) {
    const shown = applyPalette(picture.data, palette)
    const changed = before ? shown.map((colour, place) => (colour === before[place] ? transparent : colour)) : shown
    gif.writeFrame(changed, width, height, {
      ...(at === 0 ? { palette: [...palette, [0, 0, 0]] } : {}),
      delay: frames[at].ms,
      dispose: 1,
      transparent: at > 0,
      transparentIndex: transparent,
    })
    before = shown
  }
  gif.finish()
  return gif.bytes()
}

/** @typedef {{ readonly data: Uint8Array, readonly height: number }} Picture */

/**
 * Makes a picture smaller: each pixel is the mean of those that it stands for.
 * @param {import('pngjs').PNG} png
 * @param {number} width
 * @returns {Picture}
 */
function smaller(png, width) {
  const scale = png.width / width
  const height = Math.round(png.height / scale)
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set(mean(png, x * scale, y * scale, scale), (y * width + x) * 4)
  return { data, height }
}

/** @param {import('pngjs').PNG} png @param {number} left @param {number} top @param {number} size */
function mean(png, left, top, size) {
  const sums = [0, 0, 0]
  let weights = 0
  for (let y = Math.floor(top); y < Math.min(png.height, top + size); y++)
    for (let x = Math.floor(left); x < Math.min(png.width, left + size); x++) {
      const weight = share(x, left, size) * share(y, top, size)
      const at = (y * png.width + x) * 4
      for (const channel of sums.keys()) sums[channel] += png.data[at + channel] * weight
      weights += weight
    }
  return [...sums.map((sum) => Math.round(sum / weights)), 255]
}

/** How much of the pixel at a place lies in a span. @param {number} place @param {number} from @param {number} size */
function share(place, from, size) {
  return Math.min(place + 1, from + size) - Math.max(place, from)
}

/** A seventh of all pixels, from which the palette is made. @param {readonly Picture[]} pictures */
function sampled(pictures) {
  return new Uint8Array(Buffer.concat(pictures.map(({ data }) => data.filter((_, at) => at % 28 < 4))))
}

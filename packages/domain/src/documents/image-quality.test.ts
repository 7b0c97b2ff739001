import { describe, expect, it } from 'vitest'
import type { GrayImage } from './gray-image.ts'
import { measureImage, warningsOf, type WarningCode } from './image-quality.ts'

type Picture = {
  paper: number
  table: number
  tilt: number
  shiftX: number
  noise: number
  seed: number
  blur: number
  glare: boolean
}
const WIDTH = 600
const HEIGHT = 800
const GOOD: Picture = { paper: 205, table: 60, tilt: 0, shiftX: 0, noise: 6, seed: 1, blur: 0, glare: false }

/** A drawn sheet with lines of strokes on a dark table, as a camera would see it. */
function picture(given: Partial<Picture>): GrayImage {
  const it = { ...GOOD, ...given }
  const random = seeded(it.seed)
  const strokes = Array.from({ length: 24 }, () => Array.from({ length: 60 }, () => random() < 0.45))
  const pixels = new Uint8Array(WIDTH * HEIGHT)
  const tilt = (it.tilt * Math.PI) / 180
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const [dx, dy] = [x - WIDTH / 2 - it.shiftX, y - HEIGHT / 2]
      const u = dx * Math.cos(tilt) + dy * Math.sin(tilt) + 220
      const v = dy * Math.cos(tilt) - dx * Math.sin(tilt) + 320
      const onSheet = u >= 0 && u < 440 && v >= 0 && v < 640
      const [line, column] = [Math.floor((v - 30) / 24), Math.floor((u - 30) / 6.5)]
      const inked =
        onSheet && v > 30 && (v - 30) % 24 < 14 && (strokes[line]?.[column] ?? false) && (u - 30) % 6.5 < 3.5
      let level = onSheet ? (inked ? it.paper * 0.25 : it.paper) : it.table
      if (it.glare && (x - 300) ** 2 + (y - 350) ** 2 < 130 ** 2) level = 255
      pixels[y * WIDTH + x] = Math.max(0, Math.min(255, level + (random() - 0.5) * it.noise))
    }
  }
  return { width: WIDTH, height: HEIGHT, pixels: it.blur > 0 ? blurred(pixels, it.blur) : pixels }
}

function seeded(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

/** Three passes of a box: nearly the blur of a lens out of focus. */
function blurred(pixels: Uint8Array, radius: number): Uint8Array {
  let from = pixels
  for (let pass = 0; pass < 3; pass++) from = box(box(from, radius, 1, WIDTH), radius, WIDTH, HEIGHT)
  return from
}

function box(pixels: Uint8Array, radius: number, step: number, length: number): Uint8Array {
  const out = new Uint8Array(pixels.length)
  for (let at = 0; at < pixels.length; at++) {
    const place = Math.floor(at / step) % length
    let [sum, count] = [0, 0]
    for (let k = -radius; k <= radius; k++) {
      if (place + k < 0 || place + k >= length) continue
      sum += pixels[at + k * step] ?? 0
      count += 1
    }
    out[at] = sum / count
  }
  return out
}

const BIG = { width: 3000, height: 4000 }
const warned = (given: Partial<Picture>, original = BIG): WarningCode[] =>
  warningsOf(measureImage(picture(given), original))

describe('CLM-05 photos are checked for legibility', () => {
  it.each<[string, Partial<Picture>, WarningCode[]]>([
    ['a good photo', {}, []],
    ['a blurred photo', { blur: 3 }, ['blurred']],
    ['a dark photo', { paper: 70, table: 20 }, ['dark']],
    ['glare on grey paper', { paper: 170, glare: true }, ['glare']],
    ['a sheet turned by 20°', { tilt: 20 }, ['tilted']],
    ['a sheet that is a little askew', { tilt: 5 }, []],
    ['a sheet that runs out of the picture', { shiftX: 200 }, ['cut_off']],
  ])('%s', (_case, given, expected) => {
    expect(warned(given)).toEqual(expected)
  })

  it('a photo of few pixels', () => {
    expect(warned({}, { width: 480, height: 640 })).toEqual(['too_small'])
  })

  it('a scan without a background has no edges to miss', () => {
    const width = 300
    const white = new Uint8Array(width * 400).map((_, at) => (at % 7 < 2 ? 40 : 250))
    expect(warningsOf(measureImage({ width, height: 400, pixels: white }, BIG))).toEqual([])
  })

  it('errs in at most one of ten, in both directions, with the noise of a cheap phone', () => {
    const seeds = Array.from({ length: 10 }, (_, i) => i + 1)
    const falseAlarms = seeds.filter((seed) => warned({ seed, noise: 30, tilt: (seed % 7) - 3 }).length > 0)
    const missed = seeds.filter((seed) => !warned({ seed, noise: 6, blur: 2 + (seed % 3) }).includes('blurred'))
    expect(falseAlarms.length).toBeLessThanOrEqual(1)
    expect(missed.length).toBeLessThanOrEqual(1)
  }, 30_000)
})

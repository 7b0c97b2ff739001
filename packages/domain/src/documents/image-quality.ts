/**
 * CLM-05: can a photo of a paper be read? Resolution, blur, darkness, glare, tilt and cut edges are measured on a grey
 * picture of at most 1,000 pixels a side; what is poor becomes a warning in words the sender understands. Nothing is
 * refused for it: a poor photo today is worth more than none.
 */
import type { GrayImage } from './gray-image.ts'
import { pageEdges } from './page-edges.ts'

export type Measured = {
  /** Of the picture as it was sent. */
  readonly width: number
  readonly height: number
  /** Variance of the Laplacian over the variance of the picture: how much of its contrast lies in fine lines. */
  readonly sharpness: number
  /** The grey level below which 9 of 10 pixels lie: the paper itself. */
  readonly paperLevel: number
  /** The largest share of burnt-out pixels in any of 64 fields that hold no line. */
  readonly glareShare: number
  readonly tiltDegrees: number
  readonly cutSides: number
}

export const WARNING_WORDS = {
  too_small: '照片太小，字可能看不清，请走近一点再拍一张。',
  blurred: '照片有点模糊，请拿稳手机，重拍一张更清楚的。',
  dark: '照片太暗，请到亮一点的地方再拍一张。',
  glare: '照片上有反光，挡住了字，请换个角度再拍一张。',
  tilted: '纸放歪了，请把纸摆正再拍一张。',
  cut_off: '纸的边没有拍全，请把整张纸拍进去。',
  duplicate: '同样的图片以前已经交过，不用再交。',
  duplicate_elsewhere: '同样的图片在别的客户的资料里也出现过，请核对。',
} as const
export type WarningCode = keyof typeof WARNING_WORDS
/** What a photo shows by itself, before it is sent. */
export type PhotoWarning = Exclude<WarningCode, 'duplicate' | 'duplicate_elsewhere'>

export function isWarning(text: string): text is WarningCode {
  return Object.hasOwn(WARNING_WORDS, text)
}

const LEAST_LONG_SIDE = 900
const LEAST_SHARPNESS = 0.12
const LEAST_PAPER_LEVEL = 95
const MOST_GLARE = 0.55
const MOST_TILT_DEGREES = 10

export function measureImage(
  image: GrayImage,
  original: { readonly width: number; readonly height: number },
): Measured {
  return {
    ...original,
    sharpness: sharpnessOf(image),
    paperLevel: levelOf(image.pixels, 0.9),
    glareShare: glareOf(image),
    ...pageEdges(image),
  }
}

export function warningsOf(measured: Measured): PhotoWarning[] {
  const found: PhotoWarning[] = []
  if (Math.max(measured.width, measured.height) < LEAST_LONG_SIDE) found.push('too_small')
  if (measured.sharpness < LEAST_SHARPNESS) found.push('blurred')
  if (measured.paperLevel < LEAST_PAPER_LEVEL) found.push('dark')
  if (measured.glareShare > MOST_GLARE) found.push('glare')
  if (measured.tiltDegrees > MOST_TILT_DEGREES) found.push('tilted')
  if (measured.cutSides > 0) found.push('cut_off')
  return found
}

function sharpnessOf({ width, height, pixels }: GrayImage): number {
  let [sum, squares, lapSum, lapSquares, count] = [0, 0, 0, 0, 0]
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const here = pixels[at] ?? 0
      const lap =
        4 * here - (pixels[at - 1] ?? 0) - (pixels[at + 1] ?? 0) - (pixels[at - width] ?? 0) - (pixels[at + width] ?? 0)
      sum += here
      squares += here * here
      lapSum += lap
      lapSquares += lap * lap
      count += 1
    }
  }
  if (count === 0) return 0
  const variance = squares / count - (sum / count) ** 2
  const lapVariance = lapSquares / count - (lapSum / count) ** 2
  return lapVariance / (variance + 25)
}

function levelOf(pixels: Uint8Array, share: number): number {
  const histogram = new Array<number>(256).fill(0)
  for (const pixel of pixels) histogram[pixel] = (histogram[pixel] ?? 0) + 1
  let below = 0
  for (let level = 0; level < 256; level++) {
    below += histogram[level] ?? 0
    if (below >= pixels.length * share) return level
  }
  return 255
}

/** White paper is bright everywhere; glare is a field much brighter than the paper around it. */
function glareOf({ width, height, pixels }: GrayImage): number {
  if (levelOf(pixels, 0.5) > 225) return 0
  let worst = 0
  for (let field = 0; field < 64; field++) {
    const fromX = Math.floor(((field % 8) * width) / 8)
    const fromY = Math.floor((Math.floor(field / 8) * height) / 8)
    let [burnt, count] = [0, 0]
    for (let y = fromY; y < fromY + Math.floor(height / 8); y++) {
      for (let x = fromX; x < fromX + Math.floor(width / 8); x++) {
        if ((pixels[y * width + x] ?? 0) >= 250) burnt += 1
        count += 1
      }
    }
    if (count > 0) worst = Math.max(worst, burnt / count)
  }
  return worst
}

/**
 * CLM-05: where the sheet lies in a photo, seen as the bright part of it: how far it is tilted, and at how many sides
 * it runs out of the picture although the background can be seen at others (then a part of the sheet is missing).
 */
import type { GrayImage } from './gray-image.ts'

export type PageEdges = { readonly tiltDegrees: number; readonly cutSides: number }

const NO_SHEET: PageEdges = { tiltDegrees: 0, cutSides: 0 }
/**
 * A sheet must fill at least a quarter of the picture and leave at least a twentieth of background to be told from it.
 */
const LEAST_SHEET = 0.25
const MOST_SHEET = 0.95
/** A side counts as run out of the picture when the sheet touches more than this share of it. */
const CUT_SHARE = 0.3

export function pageEdges(image: GrayImage): PageEdges {
  const threshold = splitLevel(image.pixels)
  const { width, height, pixels } = image
  const isSheet = (x: number, y: number): boolean => (pixels[y * width + x] ?? 0) > threshold
  let bright = 0
  for (const pixel of pixels) if (pixel > threshold) bright += 1
  const share = bright / pixels.length
  if (share < LEAST_SHEET || share > MOST_SHEET) return NO_SHEET
  const touched = [
    shareOf(width, (x) => isSheet(x, 0)),
    shareOf(width, (x) => isSheet(x, height - 1)),
    shareOf(height, (y) => isSheet(0, y)),
    shareOf(height, (y) => isSheet(width - 1, y)),
  ].filter((part) => part > CUT_SHARE).length
  // Bright at all four sides: a scan, or a sheet larger than the picture on purpose (a detail).
  return { tiltDegrees: tiltOf(image, isSheet), cutSides: touched === 4 ? 0 : touched }
}

function shareOf(count: number, test: (at: number) => boolean): number {
  let found = 0
  for (let at = 0; at < count; at++) if (test(at)) found += 1
  return found / count
}

/** Otsu: the level that parts dark and bright with the least spread within each. */
function splitLevel(pixels: Uint8Array): number {
  const histogram = new Array<number>(256).fill(0)
  for (const pixel of pixels) histogram[pixel] = (histogram[pixel] ?? 0) + 1
  let total = 0
  histogram.forEach((count, level) => {
    total += count * level
  })
  let darkCount = 0
  let darkSum = 0
  let best = 127
  let most = -1
  for (let level = 0; level < 255; level++) {
    const count = histogram[level] ?? 0
    darkCount += count
    darkSum += count * level
    const brightCount = pixels.length - darkCount
    if (darkCount === 0 || brightCount === 0) continue
    const difference = darkSum / darkCount - (total - darkSum) / brightCount
    const between = darkCount * brightCount * difference * difference
    if (between > most) {
      most = between
      best = level
    }
  }
  return best
}

/**
 * The angle of the left edge of the sheet against the vertical, from its rows; turned sheets only come out up to 45°.
 */
function tiltOf(image: GrayImage, isSheet: (x: number, y: number) => boolean): number {
  const left: [number, number][] = []
  const right: [number, number][] = []
  for (let y = Math.floor(image.height * 0.2); y < image.height * 0.8; y++) {
    const from = firstX(image.width, (x) => isSheet(x, y))
    const to = firstX(image.width, (x) => isSheet(image.width - 1 - x, y))
    if (from !== null && from > 0) left.push([y, from])
    if (to !== null && to > 0) right.push([y, image.width - 1 - to])
  }
  const angles = [slopeDegrees(left), slopeDegrees(right)].flatMap((angle) => (angle === null ? [] : [angle]))
  const [one, other] = angles
  if (one === undefined || other === undefined || Math.abs(one - other) > 10) return 0
  return Math.abs(one + other) / 2
}

/** Three sheet pixels in a row, so that a speck does not count. */
function firstX(width: number, test: (x: number) => boolean): number | null {
  for (let x = 0; x < width - 2; x++) if (test(x) && test(x + 1) && test(x + 2)) return x
  return null
}

function slopeDegrees(points: readonly (readonly [number, number])[]): number | null {
  if (points.length < 20) return null
  let [sy, sx, syy, sxy] = [0, 0, 0, 0]
  for (const [y, x] of points) {
    sy += y
    sx += x
    syy += y * y
    sxy += x * y
  }
  const spread = points.length * syy - sy * sy
  return spread === 0 ? null : (Math.atan((points.length * sxy - sy * sx) / spread) * 180) / Math.PI
}

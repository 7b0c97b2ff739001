/**
 * CLM-05: whether a photo can be read, said while it can still be taken again: the same measure the server takes when
 * it has come. What the browser cannot draw (HEIC, PDF) is looked at by the server alone.
 */
import { measureImage, warningsOf, type PhotoWarning } from '@anpei/domain/documents'
import { fitWithin } from '../kernel/index.ts'

/** As on the server. */
const MOST_SIDE = 1000

export async function judgePhoto(photo: Blob): Promise<readonly PhotoWarning[]> {
  if (!photo.type.startsWith('image/')) return []
  const picture = await createImageBitmap(photo).catch(() => null)
  if (!picture) return []
  const original = { width: picture.width, height: picture.height }
  const { width, height } = fitWithin(original.width, original.height, MOST_SIDE)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return []
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, 0, 0, width, height)
  const { data } = pen.getImageData(0, 0, width, height)
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => grey(data, at * 4))
  return warningsOf(measureImage({ width, height, pixels }, original))
}

/** Rec. 709, as the server's library makes it. */
function grey(data: Uint8ClampedArray, at: number): number {
  return Math.round((data[at] ?? 0) * 0.2126 + (data[at + 1] ?? 0) * 0.7152 + (data[at + 2] ?? 0) * 0.0722)
}

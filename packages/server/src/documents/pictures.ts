/**
 * What needs a picture decoded: the grey picture legibility is measured on, and thumbnails. The library is loaded late.
 */
import type { GrayImage } from '@anpei/domain/documents'

const MOST_SIDE = 1000
const THUMB_SIDE = 320
/** A small file can unfold to a huge picture; 50 million pixels are more than any phone takes. */
const MOST_PIXELS = 50_000_000

export type GrayPicture = {
  readonly image: GrayImage
  readonly original: { readonly width: number; readonly height: number }
}

/** null when the bytes cannot be decoded. */
export async function grayPicture(bytes: Buffer): Promise<GrayPicture | null> {
  const { default: sharp } = await import('sharp')
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    const { width, height } = await picture.metadata()
    const { data, info } = await picture
      .rotate()
      .flatten({ background: '#ffffff' })
      .resize({ width: MOST_SIDE, height: MOST_SIDE, fit: 'inside', withoutEnlargement: true })
      .grayscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return {
      image: { width: info.width, height: info.height, pixels: new Uint8Array(data) },
      original: { width, height },
    }
  } catch {
    return null
  }
}

const SIGNATURE_SIDE = 900
/** Grey levels a drawn line makes the picture differ by, at the least. */
const FAINTEST = 2

/** A signature or thumbprint as a JPEG on white, and whether nothing is on it; null when it is no picture. */
export async function signaturePicture(bytes: Buffer): Promise<{ jpeg: Buffer; blank: boolean } | null> {
  const { default: sharp } = await import('sharp')
  try {
    const jpeg = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .flatten({ background: '#ffffff' })
      .resize({ width: SIGNATURE_SIDE, height: SIGNATURE_SIDE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 85 })
      .toBuffer()
    const { channels } = await sharp(jpeg).stats()
    return { jpeg, blank: channels.every((channel) => channel.stdev < FAINTEST) }
  } catch {
    return null
  }
}

/** A small JPEG; null when the bytes cannot be decoded. */
export async function thumbnail(bytes: Buffer): Promise<Buffer | null> {
  const { default: sharp } = await import('sharp')
  try {
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS })
      .rotate()
      .flatten({ background: '#ffffff' })
      .resize({ width: THUMB_SIDE, height: THUMB_SIDE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 70 })
      .toBuffer()
  } catch {
    return null
  }
}

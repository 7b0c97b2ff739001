/**
 * Makes a photo small enough for a slow network, upright as it was taken. What the browser cannot draw (HEIC, PDF) goes
 * as it is; the server looks at it.
 */
import { fitWithin, MOST_PHOTO_BYTES, PHOTO_TRIES } from '../kernel/index.ts'

export async function compressPhoto(file: File): Promise<{ blob: Blob; name: string }> {
  if (!file.type.startsWith('image/')) return { blob: file, name: file.name }
  const picture = await pictureOf(file).catch(() => null)
  if (!picture) return { blob: file, name: file.name }
  let smallest: Blob | null = null
  for (const { edge, quality } of PHOTO_TRIES) {
    smallest = await drawn(picture, edge, quality)
    if (smallest && smallest.size <= MOST_PHOTO_BYTES) break
  }
  if (!smallest || (smallest.size >= file.size && file.type === 'image/jpeg')) return { blob: file, name: file.name }
  return { blob: smallest, name: `${file.name.replace(/\.\w+$/, '') || 'photo'}.jpg` }
}

/** An <img> is drawn upright by today's browsers (EXIF orientation is applied). */
function pictureOf(file: File): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const url = URL.createObjectURL(file)
    const picture = new Image()
    picture.onload = () => {
      resolve(picture)
      URL.revokeObjectURL(url)
    }
    picture.onerror = () => {
      reject(new Error('not drawable'))
      URL.revokeObjectURL(url)
    }
    picture.src = url
  })
}

function drawn(picture: HTMLImageElement, edge: number, quality: number): Promise<Blob | null> {
  const { width, height } = fitWithin(picture.naturalWidth, picture.naturalHeight, edge)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) return Promise.resolve(null)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(picture, 0, 0, width, height)
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality)
  })
}

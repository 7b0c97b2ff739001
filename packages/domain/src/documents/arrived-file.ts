/**
 * CLM-05, OPS-05: which files are taken in: photos (JPG, PNG, WEBP, HEIC) and PDF of at most 8 MB, judged by what they
 * hold, never by what they are called. A program dressed up as a photo is refused.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'

const MOST_PAPER_BYTES = 8 * 1024 * 1024
/** Media type → the ending the kept file gets. */
export const PAPER_MEDIA_TYPES = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'application/pdf': 'pdf',
} as const
export type PaperMediaType = keyof typeof PAPER_MEDIA_TYPES

const KNOWN_ENDINGS: readonly string[] = ['jpg', 'jpeg', 'png', 'webp', 'heic', 'heif', 'pdf']

export type FileRefusalCode = 'file.empty' | 'file.too_large' | 'file.name_lies' | 'file.type_not_allowed'

/** `sniffed` is the media type the first bytes tell, or null when they tell nothing. */
export function decideArrivedFile(file: {
  readonly name: string
  readonly byteCount: number
  readonly sniffed: string | null
}): Decision<PaperMediaType, FileRefusalCode> {
  const facts = { file: file.name }
  if (file.byteCount === 0) return refuse('file.empty', facts)
  if (file.byteCount > MOST_PAPER_BYTES) return refuse('file.too_large', { limit: '8 MB' })
  const ending = /\.([a-z0-9]{1,8})$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''
  const mediaType = file.sniffed === null ? undefined : paperMediaType(file.sniffed)
  if (!mediaType) return refuse(KNOWN_ENDINGS.includes(ending) ? 'file.name_lies' : 'file.type_not_allowed', facts)
  return ending === '' || KNOWN_ENDINGS.includes(ending) ? ok(mediaType) : refuse('file.name_lies', facts)
}

function paperMediaType(text: string): PaperMediaType | undefined {
  for (const type in PAPER_MEDIA_TYPES) if (isPaperType(type) && type === text) return type
  return undefined
}

function isPaperType(text: string): text is PaperMediaType {
  return Object.hasOwn(PAPER_MEDIA_TYPES, text)
}

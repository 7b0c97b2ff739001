/**
 * CLM-05, OPS-05: which files are taken in: photos (JPG, PNG, WEBP, HEIC) and PDF of at most 8 MB, judged by what they
 * hold, never by what they are called. A program dressed up as a photo is refused. A consent may also be a recording
 * of a voice or a film of at most 30 MB (CUS-05); what telephones play is MP3 or WAV of at most 8 MB (SRV-02).
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'

/** Media type → the ending the kept file gets. */
const PAPER_MEDIA_TYPES = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'application/pdf': 'pdf',
} as const
const RECORDING_MEDIA_TYPES = {
  voice: { 'audio/mpeg': 'mp3', 'audio/x-m4a': 'm4a', 'audio/wav': 'wav', 'audio/amr': 'amr' },
  video: { 'video/mp4': 'mp4', 'video/webm': 'webm' },
  prompt: { 'audio/mpeg': 'mp3', 'audio/wav': 'wav' },
} as const
export type FileSort = 'paper' | keyof typeof RECORDING_MEDIA_TYPES

type Rule = {
  readonly mostBytes: number
  readonly limit: string
  readonly endings: readonly string[]
  readonly types: Readonly<Record<string, string>>
  readonly otherwise: 'file.type_not_allowed' | 'file.recording_not_allowed' | 'file.prompt_not_allowed'
}
const MB = 1024 * 1024
const RECORDING = { mostBytes: 30 * MB, limit: '30 MB', otherwise: 'file.recording_not_allowed' } as const
const RULES: Readonly<Record<FileSort, Rule>> = {
  paper: {
    mostBytes: 8 * MB,
    limit: '8 MB',
    endings: ['jpg', 'jpeg', 'png', 'webp', 'heic', 'heif', 'pdf'],
    types: PAPER_MEDIA_TYPES,
    otherwise: 'file.type_not_allowed',
  },
  voice: { ...RECORDING, endings: ['mp3', 'm4a', 'wav', 'amr'], types: RECORDING_MEDIA_TYPES.voice },
  prompt: {
    mostBytes: 8 * MB,
    limit: '8 MB',
    endings: ['mp3', 'wav'],
    types: RECORDING_MEDIA_TYPES.prompt,
    otherwise: 'file.prompt_not_allowed',
  },
  video: { ...RECORDING, endings: ['mp4', 'webm'], types: RECORDING_MEDIA_TYPES.video },
}

export type FileRefusalCode =
  | 'file.empty'
  | 'file.too_large'
  | 'file.name_lies'
  | 'file.type_not_allowed'
  | 'file.recording_not_allowed'
  | 'file.prompt_not_allowed'
export type JudgedFile = { readonly mediaType: string; readonly ending: string }

/** `sniffed` is the media type the first bytes tell, or null when they tell nothing. */
export function decideArrivedFile(
  file: { readonly name: string; readonly byteCount: number; readonly sniffed: string | null },
  sort: FileSort = 'paper',
): Decision<JudgedFile, FileRefusalCode> {
  const facts = { file: file.name }
  const { mostBytes, limit, endings, types, otherwise } = RULES[sort]
  if (file.byteCount === 0) return refuse('file.empty', facts)
  if (file.byteCount > mostBytes) return refuse('file.too_large', { limit })
  const named = /\.([a-z0-9]{1,8})$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''
  const { sniffed } = file
  const ending = sniffed !== null && Object.hasOwn(types, sniffed) ? types[sniffed] : undefined
  if (sniffed === null || ending === undefined) {
    return refuse(endings.includes(named) ? 'file.name_lies' : otherwise, facts)
  }
  return named === '' || endings.includes(named) ? ok({ mediaType: sniffed, ending }) : refuse('file.name_lies', facts)
}

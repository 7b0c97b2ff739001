/** Versions of letter templates, kept beside those of notices: their words as JSON (NTF-01). */
import { LetterWords } from '@anpei/contract/notifications'
import { refuse, type Decision } from '@anpei/domain/kernel'
import {
  templateOfWording,
  type LetterKind,
  type LetterTemplate,
  type LetterWording,
} from '@anpei/domain/notifications'

export function letterJson(wording: LetterWording): string {
  return JSON.stringify(wording)
}

export function readWording(text: string): LetterWording | null {
  return LetterWords.safeParse(JSON.parse(text)).data ?? null
}

export function readLetter(kind: LetterKind, version: number, text: string): Decision<LetterTemplate> {
  const wording = readWording(text)
  return wording
    ? templateOfWording(kind, version, wording)
    : refuse('notifications.template_malformed', { where: kind })
}

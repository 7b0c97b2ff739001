/** Notice templates and published contacts from config/, through the parsers that also guard their editors. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Decision } from '@anpei/domain/kernel'
import {
  LETTER_KINDS,
  parseContacts,
  parseLetterTemplate,
  parseNoticeTemplate,
  type ContactRegister,
  type LetterKind,
  type LetterTemplate,
  type NoticeTemplate,
  type NoticeTemplateName,
} from '@anpei/domain/notifications'

const CONFIG = new URL('../../../../../config/', import.meta.url)

let notices: ReadonlyMap<string, NoticeTemplate> | undefined
let letters: ReadonlyMap<LetterKind, LetterTemplate> | undefined
let contacts: ContactRegister | undefined

/** The version that comes with the program. */
export function shippedNotice(name: NoticeTemplateName): NoticeTemplate {
  notices ??= new Map(
    readdirSync(new URL('notices/', CONFIG))
      .filter((file) => file.endsWith('.json'))
      .map((file) => must(parseNoticeTemplate(readJson(`notices/${file}`)), file))
      .map((one) => [one.name, one]),
  )
  const template = notices.get(name)
  if (!template) throw new Error(`config/notices: there is no template ${name}`)
  return template
}

/** The version that comes with the program. */
export function shippedLetter(kind: LetterKind): LetterTemplate {
  letters ??= new Map(LETTER_KINDS.map((one) => [one, must(parseLetterTemplate(readJson(`letters/${one}.json`)), one)]))
  const template = letters.get(kind)
  if (!template) throw new Error(`config/letters: there is no template ${kind}`)
  return template
}

export function contactRegister(): ContactRegister {
  return (contacts ??= must(parseContacts(readJson('contacts.json')), 'contacts.json'))
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, CONFIG), 'utf8'))
}

function must<V>(decision: Decision<V>, where: string): V {
  if (!decision.ok) throw new Error(`config ${where}: ${decision.code} ${JSON.stringify(decision.facts)}`)
  return decision.value
}

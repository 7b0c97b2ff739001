/** The sample letters of the shipped templates, for tests. */
import { readFile } from 'node:fs/promises'
import {
  buildLetter,
  type LetterContent,
  type LetterKind,
  parseContacts,
  parseLetterTemplate,
  sampleLetterFacts,
} from '@anpei/domain/notifications'
import contactData from '../../../../../config/contacts.json' with { type: 'json' }

export async function sampleLetter(kind: LetterKind): Promise<LetterContent> {
  const data: unknown = JSON.parse(
    await readFile(new URL(`../../../../../config/letters/${kind}.json`, import.meta.url), 'utf8'),
  )
  const contacts = parseContacts(contactData)
  const template = parseLetterTemplate(data)
  if (!contacts.ok || !template.ok) throw new Error('shipped data')
  const built = buildLetter(sampleLetterFacts(kind, contacts.value), template.value)
  if (!built.ok) throw new Error(built.code)
  return built.value
}

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LETTER_KINDS, type LetterKind } from './letter-content.ts'
import { parseContacts } from './letter-contacts.ts'
import { letterShape, sampleLetter, SECTION_TITLES, templateOfWording, wordingOf } from './letter-wording.ts'
import { parseLetterTemplate } from './letter-template.ts'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../config/${name}`, import.meta.url), 'utf8'))

function shipped(kind: LetterKind) {
  const parsed = parseLetterTemplate(read(`letters/${kind}.json`))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed))
  return parsed.value
}
const contacts = parseContacts(read('contacts.json'))
if (!contacts.ok) throw new Error(JSON.stringify(contacts))

describe('NTF-01 the wording of a letter', () => {
  it.each(LETTER_KINDS)(
    '%s: what is shown is what was read, every section has its words, and the sample can be told',
    (kind) => {
      const template = shipped(kind)
      expect(templateOfWording(kind, template.version, wordingOf(template))).toEqual({ ok: true, value: template })
      for (const { name } of letterShape(kind).sections) expect(SECTION_TITLES).toHaveProperty(name)
      expect(sampleLetter(template, contacts.value).ok).toBe(true)
    },
  )

  it('a denial without all its remedies, and a letter that names what its case does not know, are refused', () => {
    const wording = wordingOf(shipped('denial_notice'))
    expect(templateOfWording('denial_notice', 2, { ...wording, remedies: {} })).toMatchObject({
      code: 'notifications.template_remedy_missing',
    })
    const opening = { ...wording.sections, opening: ['{insuredName}{accidentOn}{claimNo}{payBy}'] }
    expect(templateOfWording('denial_notice', 2, { ...wording, sections: opening })).toMatchObject({
      code: 'notifications.template_unknown_variable',
      facts: { variable: 'payBy' },
    })
  })
})

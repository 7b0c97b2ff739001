import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import {
  buildLetter, LETTER_KINDS, type LetterContent, type LetterKind, parseContacts, parseLetterTemplate, sampleLetterFacts,
} from '@anpei/domain/notifications'
import { describe, expect, it } from 'vitest'
import contactData from '../../../../config/contacts.json' with { type: 'json' }
import wording from '../../../../config/letters/payment_notice.json' with { type: 'json' }
import { glyphRanges, missingCharacters } from './render-letter-glyphs.ts'
import { letterLayout } from './render-letter-layout.ts'
import { renderLetter } from './render-letter.ts'

async function letter(kind: LetterKind): Promise<LetterContent> {
  const data: unknown = JSON.parse(
    await readFile(new URL(`../../../../config/letters/${kind}.json`, import.meta.url), 'utf8'),
  )
  const contacts = parseContacts(contactData)
  const template = parseLetterTemplate(data)
  if (!contacts.ok || !template.ok) throw new Error('shipped data')
  const built = buildLetter(sampleLetterFacts(kind, contacts.value), template.value)
  if (!built.ok) throw new Error(built.code)
  return built.value
}

/** The texts of a document, in the order they are drawn. */
function textsOf(node: unknown): string {
  if (typeof node === 'string') return node
  if (Array.isArray(node)) return node.map(textsOf).join('')
  if (typeof node !== 'object' || node === null) return ''
  return Object.entries(node)
    .filter(([key]) => ['text', 'stack', 'columns', 'table', 'body', 'content'].includes(key))
    .map(([, value]) => textsOf(value)).join('')
}

function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
}

describe('CLM-11 letters as PDF in large type', () => {
  it.each([
    ['payment_notice', 5], ['denial_notice', 3], ['supplement_notice', 3], ['delay_notice', 2],
  ] as const)('%s is a small PDF of at most %s pages with the Chinese font embedded', async (kind, most) => {
    const { pdf, missingCharacters: missing } = await renderLetter(await letter(kind))
    const raw = pdf.toString('latin1')
    expect(raw.startsWith('%PDF-1.7')).toBe(true)
    expect(raw).toMatch(/\+NotoSansSC-Regular/)
    expect(raw).toMatch(/\+NotoSansSC-Bold/)
    expect(raw).toContain('/FontFile2')
    expect(pdf.length).toBeLessThan(300 * 1024)
    expect(pagesOf(pdf)).toBeGreaterThan(0)
    expect(pagesOf(pdf)).toBeLessThanOrEqual(most)
    expect(missing).toEqual([])
  })

  it('the same content gives the same bytes, another content does not', async () => {
    const content = await letter('payment_notice')
    const copy: LetterContent = JSON.parse(JSON.stringify(content))
    const [first, second] = [await renderLetter(content), await renderLetter(copy)]
    expect(second.sha256).toBe(first.sha256)
    expect(second.pdf.equals(first.pdf)).toBe(true)
    expect((await renderLetter({ ...content, issuedOn: '2025-11-04' })).sha256).not.toBe(first.sha256)
  })

  it('two letters drawn at once do not disturb each other', async () => {
    const [payment, denial] = [await letter('payment_notice'), await letter('denial_notice')]
    const alone = [(await renderLetter(payment)).sha256, (await renderLetter(denial)).sha256]
    const together = await Promise.all([renderLetter(payment), renderLetter(denial)])
    expect(together.map(({ sha256 }) => sha256)).toEqual(alone)
  })

  it.each(LETTER_KINDS)('everything the %s says is on the paper', async (kind) => {
    const content = await letter(kind)
    const text = textsOf(letterLayout(content).content)
    const said = [
      content.masthead, content.title, content.letterNo, content.claimNo, content.progressCode, content.salutation,
      ...content.paragraphs, ...content.closing, content.signedBy.unit, content.signedBy.handler,
      ...content.tables.flatMap((table) => [
        table.title, ...table.rows.flat(), table.total?.value ?? '', table.total?.inCapitals ?? '',
        ...table.working.flatMap(({ heading, lines }) => [heading, ...lines]),
      ]),
      ...content.clauses.flatMap((clause) => [clause.ref, clause.text]),
      ...content.remedies.flatMap((remedy) => [remedy.title, remedy.text]),
      ...content.contacts.flatMap((contact) => [contact.label, contact.value]),
    ]
    for (const words of said) expect(text).toContain(words)
  })

  it('LAW §6 the body is at least 16 pt, headings 22 pt, on A4 with page numbers', async () => {
    const layout = letterLayout(await letter('delay_notice'))
    expect(layout.pageSize).toBe('A4')
    expect(layout.defaultStyle?.fontSize).toBeGreaterThanOrEqual(16)
    expect(layout.styles?.['heading']?.fontSize).toBeGreaterThanOrEqual(22)
    if (typeof layout.footer !== 'function') throw new Error('no page numbers')
    expect(textsOf(layout.footer(2, 5, { width: 595, height: 842, orientation: 'portrait' }))).toContain('第2页，共5页')
  })

  it('a long list runs over pages without losing a row', async () => {
    const content = await letter('supplement_notice')
    const [table] = content.tables
    if (table === undefined) throw new Error('no table')
    const rows = Array.from({ length: 60 }, (_, i) => [`${i + 1}. 资料`, '核对事实，核对事实，核对事实', '代替的资料'])
    const { pdf } = await renderLetter({ ...content, tables: [{ ...table, rows }] })
    expect(pagesOf(pdf)).toBeGreaterThan(4)
  })
})

describe('CLM-11 rare characters', () => {
  it('places and names of the district have glyphs, and what has none is told, not drawn as a box', async () => {
    const path = createRequire(import.meta.url)
      .resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
    const ranges = glyphRanges(await readFile(path))
    expect(missingCharacters('胪岗 佘 㙓头 厝 囝 埔 陇田 壹贰叁肆伍陆柒捌玖拾佰仟 〓×÷−≤≥¥\u00a0', ranges)).toEqual([])
    expect(missingCharacters(JSON.stringify(wording), ranges)).toEqual([])
    expect(missingCharacters('陈\u{2f8a6}\n', ranges)).toEqual(['\u{2f8a6}'])
    const content = await letter('delay_notice')
    const rendered = await renderLetter({ ...content, salutation: '尊敬的陈\u{2f8a6}先生：' })
    expect(rendered.missingCharacters).toEqual(['\u{2f8a6}'])
  })
})

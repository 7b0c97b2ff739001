import { LETTER_KINDS } from '@anpei/domain/notifications'
import { describe, expect, it } from 'vitest'
import { pdfPrinter } from '../../files/index.ts'
import { letterLayout } from './render-letter-layout.ts'
import { sampleLetter } from './render-letter.fixture.ts'

/** The texts of a document, in the order they are drawn. */
function textsOf(node: unknown): string {
  if (typeof node === 'string') return node
  if (Array.isArray(node)) return node.map(textsOf).join('')
  if (typeof node !== 'object' || node === null) return ''
  return Object.entries(node)
    .filter(([key]) => ['text', 'stack', 'columns', 'table', 'body', 'content'].includes(key))
    .map(([, value]) => textsOf(value))
    .join('')
}

describe('CLM-11 letters laid out in large type', () => {
  it.each(LETTER_KINDS)('everything the %s says is on the paper', async (kind) => {
    const content = await sampleLetter(kind)
    const text = textsOf(letterLayout(content).content)
    const said = [
      content.masthead,
      content.title,
      content.letterNo,
      content.claimNo,
      content.progressCode,
      content.salutation,
      ...content.paragraphs,
      ...content.closing,
      content.signedBy.unit,
      content.signedBy.handler,
      ...content.tables.flatMap((table) => [
        table.title,
        ...table.rows.flat(),
        table.total?.value ?? '',
        table.total?.inCapitals ?? '',
        ...table.working.flatMap(({ heading, lines }) => [heading, ...lines]),
      ]),
      ...content.clauses.flatMap((clause) => [clause.ref, clause.text]),
      ...content.remedies.flatMap((remedy) => [remedy.title, remedy.text]),
      ...content.contacts.flatMap((contact) => [contact.label, contact.value]),
    ]
    for (const words of said) expect(text).toContain(words)
  })

  it('LAW §6 the body is at least 16 pt, headings 22 pt, on A4 with page numbers', async () => {
    const letter = await sampleLetter('delay_notice')
    const layout = letterLayout(letter)
    expect(layout.pageSize).toBe('A4')
    expect(layout.defaultStyle?.fontSize).toBeGreaterThanOrEqual(16)
    expect(letterLayout({ ...letter, largeType: true }).defaultStyle?.fontSize).toBe(20)
    expect(layout.styles?.['heading']?.fontSize).toBeGreaterThanOrEqual(22)
    if (typeof layout.footer !== 'function') throw new Error('no page numbers')
    expect(textsOf(layout.footer(2, 5, { width: 595, height: 842, orientation: 'portrait' }))).toContain('第2页，共5页')
  })

  it.each([
    ['payment_notice', 12],
    ['denial_notice', 15],
  ] as const)('a heading of the %s does not stand alone at the foot of a page', async (kind, lines) => {
    const { pdfmake } = await pdfPrinter()
    const letter = await sampleLetter(kind)
    const paragraphs = [...letter.paragraphs, ...Array.from({ length: lines }, () => '一行')]
    const layout = letterLayout({ ...letter, paragraphs })
    const asked = layout.pageBreakBefore
    const texts: { readonly heading: boolean; readonly page: number }[] = []
    layout.pageBreakBefore = (node, nodes) => {
      const breaks = asked?.(node, nodes) === true
      const page = node.startPosition.pageNumber + (breaks ? 1 : 0)
      if (node.text !== undefined && node.style !== 'foot') texts.push({ heading: node.headlineLevel === 1, page })
      return breaks
    }
    await pdfmake.createPdf(layout).getBuffer()
    const headings = texts.flatMap((text, at) => (text.heading ? [[text.page, texts[at + 1]?.page]] : []))
    expect(headings.length).toBeGreaterThan(1)
    for (const [page, next] of headings) expect(next).toBe(page)
  })
})

import { type LetterContent } from '@anpei/domain/notifications'
import { describe, expect, it } from 'vitest'
import { sampleLetter } from './render-letter.fixture.ts'
import { renderLetter } from './render-letter.ts'

function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
}

describe('CLM-11 letters as PDF in large type', () => {
  it.each([
    ['payment_notice', 5],
    ['denial_notice', 3],
    ['supplement_notice', 3],
    ['delay_notice', 2],
  ] as const)('%s is a small PDF of at most %s pages with the Chinese font embedded', async (kind, most) => {
    const { pdf, missingCharacters: missing } = await renderLetter(await sampleLetter(kind))
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
    const content = await sampleLetter('payment_notice')
    const copy: LetterContent = JSON.parse(JSON.stringify(content))
    const [first, second] = [await renderLetter(content), await renderLetter(copy)]
    expect(second.sha256).toBe(first.sha256)
    expect(second.pdf.equals(first.pdf)).toBe(true)
    expect((await renderLetter({ ...content, issuedOn: '2025-11-04' })).sha256).not.toBe(first.sha256)
  })

  it('two letters drawn at once do not disturb each other', async () => {
    const [payment, denial] = [await sampleLetter('payment_notice'), await sampleLetter('denial_notice')]
    const alone = [(await renderLetter(payment)).sha256, (await renderLetter(denial)).sha256]
    const together = await Promise.all([renderLetter(payment), renderLetter(denial)])
    expect(together.map(({ sha256 }) => sha256)).toEqual(alone)
  })

  it('a long list runs over pages without losing a row', async () => {
    const content = await sampleLetter('supplement_notice')
    const [table] = content.tables
    if (table === undefined) throw new Error('no table')
    const rows = Array.from({ length: 60 }, (_, i) => [`${i + 1}. 资料`, '核对事实，核对事实，核对事实', '代替的资料'])
    const { pdf } = await renderLetter({ ...content, tables: [{ ...table, rows }] })
    expect(pagesOf(pdf)).toBeGreaterThan(4)
  })

  it('a character the font lacks is told and marked, not drawn as an empty box', async () => {
    const content = await sampleLetter('delay_notice')
    const rare = await renderLetter({ ...content, salutation: '尊敬的陈\u{2f8a6}先生：' })
    const marked = await renderLetter({ ...content, salutation: '尊敬的陈〓先生：' })
    expect(rare.missingCharacters).toEqual(['\u{2f8a6}'])
    expect(rare.sha256).toBe(marked.sha256)
  })
})

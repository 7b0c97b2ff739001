/**
 * Draws a decision letter as PDF (CLM-11) with an embedded subset of Noto Sans SC (OFL). The same content gives the
 * same bytes, so a kept letter can be drawn again years later and compared by its hash. The PDF library is loaded
 * with the first letter, so an idle server stays small.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type LetterContent, letterText } from '@anpei/domain/notifications'
import { pdfPrinter } from '../../files/index.ts'
import { GETA, undrawableBy } from './render-letter-glyphs.ts'
import { letterLayout } from './render-letter-layout.ts'

export type RenderedLetter = {
  readonly pdf: Buffer
  /** Of the bytes, lower-case hex. */
  readonly sha256: string
  /** Characters the font does not have; they stand as 〓 and are written in by hand before the letter leaves. */
  readonly missingCharacters: readonly string[]
}

async function loadPrinter() {
  const { pdfmake, normal } = await pdfPrinter()
  return { pdfmake, undrawable: undrawableBy(await readFile(normal)) }
}

let printer: ReturnType<typeof loadPrinter> | undefined

/** The content with 〓 for characters the font lacks, and phone numbers that are not torn at the end of a line. */
function drawable(content: LetterContent, missing: readonly string[]): LetterContent {
  return JSON.parse(JSON.stringify(content), (_, value: unknown) =>
    typeof value === 'string'
      ? missing.reduce((text, char) => text.replaceAll(char, GETA), value).replace(/(?<=\d) (?=\d)/g, '\u00a0')
      : value,
  )
}

/** The letter on paper. */
export async function renderLetter(content: LetterContent): Promise<RenderedLetter> {
  printer ??= loadPrinter()
  const { pdfmake, undrawable } = await printer
  const missing = undrawable(letterText(content))
  const pdf = await pdfmake.createPdf(letterLayout(drawable(content, missing))).getBuffer()
  return { pdf, sha256: createHash('sha256').update(pdf).digest('hex'), missingCharacters: missing }
}

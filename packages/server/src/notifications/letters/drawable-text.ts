/** Text for a page that is drawn, with 〓 for characters the embedded font lacks (CLM-11). */
import { readFile } from 'node:fs/promises'
import { pdfPrinter } from '../../files/index.ts'
import { GETA, undrawableBy } from './render-letter-glyphs.ts'

export async function drawableText(): Promise<(text: string) => string> {
  const { normal } = await pdfPrinter()
  const undrawable = undrawableBy(await readFile(normal))
  return (text) => undrawable(text).reduce((drawn, char) => drawn.replaceAll(char, GETA), text)
}

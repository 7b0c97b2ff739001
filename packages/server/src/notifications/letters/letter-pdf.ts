/**
 * CLM-11: the letter on paper, drawn when first asked for and kept sealed beside the other files; made again if lost.
 */
import type { Tx } from '../../http/index.ts'
import { renderLetter } from './render-letter.ts'
import { letterContent, type LetterRecord } from './store-letters.ts'

export async function letterPdf(tx: Tx, letter: LetterRecord): Promise<Buffer> {
  const { tenantId } = tx.actor
  const kept = await tx.app.files.get(tenantId, letter.id).catch(() => null)
  if (kept) return tx.vault.open(letter.salt, kept)
  const { pdf } = await renderLetter(letterContent(tx.vault, letter))
  await tx.app.files.put(tenantId, letter.id, tx.vault.seal(letter.salt, pdf))
  return pdf
}

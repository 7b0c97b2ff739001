/** CLM-11: a letter in large type for the printer. */
import type { getLetterPdf as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { letterContent, letterPdf } from '../../notifications/index.ts'
import { letterOf } from './letter-of.ts'

export async function getLetterPdf(tx: Tx, { params }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const letter = await letterOf(tx, params.letterId)
  if (!letter.ok) return letter
  const { title } = letterContent(tx.vault, letter.value)
  const bytes = await letterPdf(tx, letter.value)
  return ok({ fileName: `${title}-${letter.value.letterNo}.pdf`, mediaType: 'application/pdf', bytes, inline: true })
}

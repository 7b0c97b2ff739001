/** The notices of a complaint: as text, as words to read out, and on paper (CMP-08). */
import type { getComplaintLetter as textRoute, getComplaintLetterPdf as pdfRoute } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { letterText, letterVoiceText } from '@anpei/domain/notifications'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { findLetter, letterContent, letterPdf, type LetterRecord } from '../../notifications/index.ts'
import { findComplaint } from '../store.ts'

export async function getComplaintLetter(
  tx: Tx,
  { params }: Input<typeof textRoute>,
): Promise<Decision<Answer<typeof textRoute>>> {
  const letter = await letterOf(tx, params)
  if (!letter.ok) return letter
  const content = letterContent(tx.vault, letter.value)
  const { letterNo, title } = content
  return ok({ letterNo, title, text: letterText(content), voiceText: letterVoiceText(content) })
}

export async function getComplaintLetterPdf(tx: Tx, { params }: Input<typeof pdfRoute>): Promise<Decision<FileAnswer>> {
  const letter = await letterOf(tx, params)
  if (!letter.ok) return letter
  const { title } = letterContent(tx.vault, letter.value)
  const bytes = await letterPdf(tx, letter.value)
  return ok({ fileName: `${title}-${letter.value.letterNo}.pdf`, mediaType: 'application/pdf', bytes, inline: true })
}

async function letterOf(
  tx: Tx,
  { complaintId, letterId }: { readonly complaintId: string; readonly letterId: string },
): Promise<Decision<LetterRecord>> {
  const [complaint, letter] = await Promise.all([
    findComplaint(tx, complaintId, 'complaint.read'),
    findLetter(tx.db, tx.actor.tenantId, letterId),
  ])
  if (!complaint.ok) return complaint
  return letter?.subjectId === complaintId ? ok(letter) : refuse('request.not_found')
}

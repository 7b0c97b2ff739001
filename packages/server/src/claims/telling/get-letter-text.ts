/** CLM-11: a letter as plain text and as the words a voice reads out. */
import type { getLetterText as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { letterText, letterVoiceText } from '@anpei/domain/notifications'
import type { Tx } from '../../http/index.ts'
import { letterContent } from '../../notifications/index.ts'
import { letterOf } from './letter-of.ts'

export async function getLetterText(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const letter = await letterOf(tx, params.letterId)
  if (!letter.ok) return letter
  const content = letterContent(tx.vault, letter.value)
  return ok({
    letterNo: content.letterNo,
    title: content.title,
    text: letterText(content),
    voiceText: letterVoiceText(content),
  })
}

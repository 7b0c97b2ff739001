/** NTF-01: a letter's wording told with an invented case, as it comes out of the printer. */
import type { previewLetterTemplate as route } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { LETTER_TITLES, sampleLetter, templateOfWording } from '@anpei/domain/notifications'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { contactRegister } from '../templates/notice-templates.ts'
import { renderLetter } from './render-letter.ts'

export async function previewLetterTemplate(
  _tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<FileAnswer>> {
  const template = templateOfWording(params.name, 1, body)
  if (!template.ok) return template
  const sample = sampleLetter(template.value, contactRegister())
  if (!sample.ok) return sample
  const { pdf } = await renderLetter(sample.value)
  const fileName = `样例-${LETTER_TITLES[params.name]}.pdf`
  return ok({ fileName, mediaType: 'application/pdf', bytes: pdf, inline: true })
}

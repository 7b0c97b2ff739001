/** NTF-01: a template with sample values, as a short message, as a call says it, and as a letter in large type. */
import type { previewNoticeTemplate as route } from '@anpei/contract/notifications'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import {
  NOTICE_TITLES,
  noticeSample,
  noticeText,
  noticeVoice,
  parseNoticeTemplate,
  variablesOfNotice,
} from '@anpei/domain/notifications'
import type { Tx } from '../../http/index.ts'
import { contactRegister } from './notice-templates.ts'

const ONE_MESSAGE = 70
const PART_OF_SEVERAL = 67

export async function previewTemplate(
  _tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const parsed = parseNoticeTemplate({ name: params.name, version: 1, text: body.text, voice: body.voice })
  if (!parsed.ok) return parsed
  const { hotline, unit } = contactRegister()
  const samples = Object.fromEntries(variablesOfNotice(params.name).map((name) => [name, noticeSample(name)]))
  const [text, voice] = [noticeText(parsed.value, samples), noticeVoice(parsed.value, samples)]
  if (!text.ok) return text
  if (!voice.ok) return voice
  const { length } = text.value
  return ok({
    text: text.value,
    messages: length <= ONE_MESSAGE ? 1 : Math.ceil(length / PART_OF_SEVERAL),
    voice: voice.value,
    letter: {
      title: NOTICE_TITLES[params.name],
      lines: text.value
        .replace(/^【[^】]*】/, '')
        .split(/(?<=[。；])/)
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      signedBy: unit,
      phone: hotline,
    },
  })
}

/**
 * SRV-02: what callers of the demo's enquiry line hear before somebody answers: the words as they are to be recorded,
 * with a chime where a voice belongs, and its plan of keys; each put forward by one and confirmed by another.
 */
import { confirmChange } from '@anpei/contract/identity'
import { proposeCallPlan, proposePrompt } from '@anpei/contract/service-desk'
import { dayOfInstant, type Instant } from '@anpei/domain/kernel'
import type { PromptOccasion } from '@anpei/domain/service-desk'
import type { Language } from '@anpei/domain/identity'
import type { Act } from '@anpei/server/http'
import { member, type Stage } from '../life/index.ts'

const WORDS: readonly { readonly occasion: PromptOccasion; readonly language: Language; readonly words: string }[] = [
  { occasion: 'greeting', language: 'zh', words: '您好，这里是安赔示范财产保险公司。' },
  { occasion: 'keys', language: 'zh', words: '找人请按 0，讲潮汕话请按 2。不按键也会有人接听。' },
  { occasion: 'keys', language: 'teochew', words: '讲潮汕话，请按 2。' },
  { occasion: 'waiting', language: 'zh', words: '正在为您转接，请不要挂机。' },
]
const BY = '示范（提示音，待换真人）'
const REASON = '开通咨询电话的语音提示'

export async function recordPrompts(act: Act, cast: Stage['cast'], now: Instant): Promise<void> {
  const [lead, second] = [member(cast, 'deskhead'), member(cast, 'pm')]
  const chime = { field: 'prompt', name: '提示音.wav', bytes: chimeWav() }
  for (const one of WORDS) {
    const body = { ...one, line: 'consult' as const, recordedBy: BY, validFrom: dayOfInstant(now), reason: REASON }
    const { changeId } = await act(lead, proposePrompt, { body }, [chime])
    await act(second, confirmChange, { params: { id: changeId } })
  }
  const { changeId } = await act(lead, proposeCallPlan, {
    params: { line: 'consult' },
    body: {
      version: 0,
      plan: {
        opening: ['greeting'],
        menu: ['keys'],
        waiting: ['waiting'],
        outOfHours: [],
        unanswered: [],
        keys: [
          { key: '0', does: 'human', language: null },
          { key: '2', does: 'language', language: 'teochew' },
        ],
      },
      reason: REASON,
    },
  })
  await act(second, confirmChange, { params: { id: changeId } })
}

const RATE = 8000
/** Hertz, each sounding for 0.4 s. */
const TONES = [660, 880]

/** Two tones, as WAV of 8 bits. */
function chimeWav(): Buffer {
  const each = RATE * 0.4
  const samples = TONES.flatMap((hertz) =>
    Array.from(
      { length: each },
      (_, at) => 128 + Math.round(60 * (1 - at / each) * Math.sin((at / RATE) * hertz * 2 * Math.PI)),
    ),
  )
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, Buffer.from(samples)])
}

/** Prompts and a plan for tests, put forward by one lead and confirmed by another. */
import { confirmChange } from '@anpei/contract/identity'
import type { Sent } from '@anpei/contract/kernel'
import { proposeCallPlan, proposePrompt, type CallPlanBody } from '@anpei/contract/service-desk'
import type { World } from '../../testing/index.ts'

type Body = NonNullable<Sent<typeof proposePrompt>['body']>

/** Eight tenths of a second of silence, as WAV. */
export function silence(): Buffer {
  const samples = Buffer.alloc(6400, 128)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(8000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

export const PLAN: CallPlanBody = {
  opening: ['greeting', 'recorded'],
  menu: ['keys'],
  waiting: ['waiting'],
  outOfHours: ['out_of_hours'],
  unanswered: ['call_back_offered'],
  keys: [
    { key: '0', does: 'human', language: null },
    { key: '2', does: 'language', language: 'teochew' },
    { key: '9', does: 'call_back', language: null },
  ],
}

export async function putForward(world: World, change: Partial<Body> = {}, file = silence(), name = '提示.wav') {
  const lead = await world.as('deskhead')
  const body: Body = {
    line: 'every',
    occasion: 'greeting',
    language: 'zh',
    words: '您好，这里是安裕保险。',
    recordedBy: '林小红',
    validFrom: '2026-01-01',
    reason: '启用',
    ...change,
  }
  return lead(proposePrompt, { body }, { files: [{ field: 'prompt', name, file: new Blob([new Uint8Array(file)]) }] })
}

/** Answers the id of the prompt in use. */
export async function inUse(world: World, change: Partial<Body> = {}): Promise<string> {
  const { changeId, promptId } = await putForward(world, change)
  await (await world.as('pm'))(confirmChange, { params: { id: changeId } })
  return promptId
}

/** All prompts of `PLAN`, the menu in two languages, and the plan itself on the line. */
export async function planned(world: World, line: 'consult' | 'report'): Promise<void> {
  const teochew = { language: 'teochew' } as const
  await inUse(world)
  await inUse(world, { occasion: 'recorded', words: '通话会录音' })
  await inUse(world, { occasion: 'keys', words: '转人工请按0，潮汕话请按2，要我们回电请按9' })
  await inUse(world, { occasion: 'keys', words: '讲潮汕话请按2', ...teochew })
  await inUse(world, { occasion: 'waiting', words: '请稍候' })
  await inUse(world, { occasion: 'waiting', words: '请等一下', ...teochew })
  await inUse(world, { occasion: 'out_of_hours', words: '现在是非服务时间' })
  await inUse(world, { occasion: 'call_back_offered', words: '我们会给您回电' })
  await inUse(world, { occasion: 'call_back_noted', words: '已经记下' })
  const lead = await world.as('deskhead')
  const body = { version: 0, plan: PLAN, reason: '开通' }
  const { changeId } = await lead(proposeCallPlan, { params: { line }, body })
  await (await world.as('pm'))(confirmChange, { params: { id: changeId } })
}

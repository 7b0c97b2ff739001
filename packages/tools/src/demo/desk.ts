/**
 * What lies on the service desk when the demo is first opened: messages of every channel, at every step (SRV-01,
 * SRV-04).
 */
import {
  addRequestNote,
  answerRequest,
  classifyRequest,
  hangBox,
  listOutlets,
  registerRequest,
  saveTelephone,
  snoozeRequest,
  solveRequest,
  takeRequest,
} from '@anpei/contract/service-desk'
import { systemActor, type Actor } from '@anpei/domain/kernel'
import type { ChannelName, RequestKind } from '@anpei/domain/service-desk'
import { allRoutes } from '@anpei/server/app'
import { actInProcess, systemWrite, type Act, type App } from '@anpei/server/http'
import { receiveMessage, type Inbound } from '@anpei/server/service-desk'
import { gatherCast, member, type Stage } from '../life/index.ts'
import type { RosterRow } from '../synth/index.ts'
import { recordPrompts } from './prompts.ts'

const TENANT_ID = 1
const MINUTE_MS = 60_000
const HOUR = 60
const DAY = 24 * HOUR

type Came = {
  readonly channel: ChannelName
  readonly minutesAgo: number
  readonly subject?: string
  readonly text: string
  readonly more?: string
  readonly kind?: RequestKind
  readonly ends?: 'taken' | 'answered' | 'solved' | 'snoozed'
}

const CAME: readonly Came[] = [
  { channel: 'wechat', minutesAgo: 25, text: '你好，我妈摔伤住院了，住院津贴怎么领？', more: '要带什么资料？' },
  { channel: 'wechat', minutesAgo: 6 * HOUR, text: '我爸的赔款到了没有？', kind: 'progress' },
  { channel: 'wechat', minutesAgo: 20 * HOUR, text: '村里发的单子说 10 块钱保意外，是真的吗？会不会是骗人的？' },
  {
    channel: 'email',
    minutesAgo: 3 * HOUR,
    subject: '理赔资料清单',
    text: '请问意外骨折理赔需要哪些资料？可以拍照吗？',
  },
  {
    channel: 'email',
    minutesAgo: 30 * HOUR,
    subject: '保单信息更正',
    text: '我的名字登记错了一个字，怎么更正？',
    kind: 'policy_service',
    ends: 'taken',
  },
  { channel: 'email', minutesAgo: 2 * DAY, subject: '保障范围', text: '坐公交车摔倒算不算意外？', ends: 'answered' },
  { channel: 'sms', minutesAgo: 90, text: '阿姨在家滑倒，怎么报案', kind: 'report' },
  { channel: 'sms', minutesAgo: 26 * HOUR, text: '请派人上门，我走不动', kind: 'visit', ends: 'snoozed' },
  { channel: 'chat', minutesAgo: 2, text: '在吗？我想问一下哪些人可以参保。' },
  {
    channel: 'letter',
    minutesAgo: 5 * HOUR,
    subject: '来信：感谢',
    text: '感谢你们的工作人员冒雨上门收资料。',
    kind: 'praise',
  },
  { channel: 'wechat', minutesAgo: 4 * DAY, text: '保险金额是多少？', ends: 'solved' },
  {
    channel: 'box',
    minutesAgo: 8 * HOUR,
    subject: '意见箱',
    text: '有人收我 50 元说能帮我多赔，请查一查。',
    kind: 'tip',
  },
]
const CALLS = [
  { kind: 'enquiry', channel: 'elder_line', text: '老人来电问住院 5 天能领多少津贴。', topic: 'hospital_allowance' },
  { kind: 'complaint', channel: 'phone', text: '家属来电：上次说三天内答复，到现在没有消息。', topic: 'attitude' },
  { kind: 'enquiry', channel: 'counter', text: '到网点问去年摔伤还能不能报案。', topic: 'how_to_claim' },
] as const

export async function liveDesk(app: App, url: string, roster: readonly RosterRow[]): Promise<void> {
  const cast = await gatherCast(app, url, TENANT_ID)
  const act = actInProcess(app, allRoutes)
  const agent = member(cast, 'service1')
  await furnish(act, cast)
  await recordPrompts(act, cast, app.clock.now())
  const people = roster.filter((row) => row.phone !== '' && row.statusOn === '').slice(40)
  const before = (minutes: number) => new Date(Date.parse(app.clock.now()) - minutes * MINUTE_MS).toISOString()
  for (const [place, came] of CAME.entries()) {
    const who = people[place * 7]
    const from = who ? { name: who.name, phone: who.phone } : {}
    const thread = `demo-${place}`
    const inbound: Inbound = {
      channel: came.channel,
      messageId: thread,
      conversationKey: thread,
      from: came.channel === 'email' ? { ...from, email: `demo${place}@example.com` } : { ...from, openid: thread },
      receivedAt: before(came.minutesAgo),
      subject: came.subject ?? '',
      text: came.text,
      files: [],
      automatic: false,
      kind: came.kind ?? 'enquiry',
    }
    const requestId = await receive(app, inbound)
    if (came.more !== undefined)
      await receive(app, { ...inbound, messageId: `${thread}-2`, text: came.more, receivedAt: before(20) })
    if (came.ends) await workOn(act, agent, requestId, came.ends, before(-2 * HOUR))
  }
  for (const { topic, ...call } of CALLS) {
    const told = { ...call, contact: { name: '家属' } }
    const { id: requestId } = await act(agent, registerRequest, { body: told })
    await act(agent, classifyRequest, { params: { requestId }, body: { topic } })
  }
}

/** A line for everybody, one for elders, and a box at every outlet. */
async function furnish(act: Act, cast: Stage['cast']): Promise<void> {
  const head = member(cast, 'deskhead')
  await act(head, saveTelephone, {
    body: {
      lines: [
        { number: '0754-81000000', line: 'consult', announced: true },
        { number: '0754-81000060', line: 'elder', announced: true },
      ],
      extensions: ['service1', 'deskhead'].map((login, at) => ({
        extension: String(8001 + at),
        userId: member(cast, login).id,
      })),
    },
  })
  const { items } = await act(head, listOutlets, {})
  for (const { id } of items.filter(({ name }) => name.includes('网点')))
    await act(head, hangBox, { body: { institutionId: id, place: '大门口右侧' } })
}

async function receive(app: App, inbound: Inbound): Promise<string> {
  const received = await systemWrite(app, systemActor(TENANT_ID, 'demo'), (tx) => receiveMessage(tx, inbound))
  if (!received.ok) throw new Error(`the desk refuses a message of the demo: ${received.code}`)
  return received.value.requestId
}

async function workOn(act: Act, agent: Actor, requestId: string, ends: Came['ends'], later: string): Promise<void> {
  const params = { requestId }
  await act(agent, takeRequest, { params })
  if (ends === 'taken') {
    await act(agent, addRequestNote, { params, body: { text: '已请档案同事核对身份证。' } })
    return
  }
  if (ends === 'snoozed') {
    await act(agent, snoozeRequest, { params, body: { until: later, reason: '约好下午再打电话' } })
    return
  }
  const text = '您好，已电话向您说明，如还有不清楚的请随时联系我们。'
  await act(agent, answerRequest, { params, body: { channel: 'phone', text } })
  await act(agent, classifyRequest, { params, body: { topic: 'cover_scope' } })
  if (ends === 'solved') await act(agent, solveRequest, { params, body: { saidBy: 'customer' } })
}

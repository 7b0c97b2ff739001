import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nextAct, retryMinutes, type DueNotice } from './next-act.ts'
import { parseNoticePlan, type NoticePlan } from './notice-plan.ts'
import { endOfQuiet } from './quiet-hours.ts'
import { stepsFor, type Reachable } from './reach.ts'
import { effectOfReceipt } from './receipt.ts'

const shipped: Record<string, unknown> & { chain: Record<string, unknown>[] } = JSON.parse(
  readFileSync(new URL('../../../../config/channels.json', import.meta.url), 'utf8'),
)

function planOf(input: unknown): NoticePlan {
  const parsed = parseNoticePlan(input)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed))
  return parsed.value
}
const plan = planOf(shipped)
const careless = (care: Partial<NonNullable<Reachable['care']>>) => ({ first: [], last: [], never: [], ...care })
const NOON = '2026-11-23T04:00:00.000Z'
const NIGHT = '2026-11-23T14:00:00.000Z'

describe('NTF-03 everybody is reached somehow: the chain ends with a visit', () => {
  const hand = ['letter', 'visit']
  it.each<[string, Reachable, string[]]>([
    ['a mobile', { phones: ['13812345678'] }, ['sms', 'voice', ...hand]],
    ['a landline', { phones: ['81234567'] }, ['voice', ...hand]],
    ['no telephone', { phones: [null] }, hand],
    ['a telephone that cannot be one', { phones: ['12345'] }, hand],
    ['the family when the elder has none', { phones: [null, '13812345678'] }, ['sms', 'voice', ...hand]],
    [
      'everything',
      { phones: ['13812345678'], wechatOpenId: 'o1', email: 'a@b.example' },
      ['sms', 'wechat', 'email', 'voice', ...hand],
    ],
    ['calls first', { phones: ['13812345678'], preferred: ['voice'] }, ['voice', 'sms', ...hand]],
    [
      'no smartphone (CUS-04): never WeChat, whatever was once wished',
      { phones: ['13812345678'], wechatOpenId: 'o1', preferred: ['wechat'], care: careless({ never: ['wechat'] }) },
      ['sms', 'voice', ...hand],
    ],
    [
      'cannot read (CUS-04): a spoken word first',
      { phones: ['13812345678'], wechatOpenId: 'o1', care: careless({ first: ['voice'], last: ['sms', 'wechat'] }) },
      ['voice', 'sms', 'wechat', ...hand],
    ],
    ['no calls at all', { phones: ['13812345678'], refused: ['voice'] }, ['sms', ...hand]],
  ])('%s', (_case, who, channels) => {
    expect(stepsFor(who, plan.chain).map((step) => step.channel)).toEqual(channels)
  })

  it('a landline is written with its area code', () => {
    expect(stepsFor({ phones: ['81234567'] }, plan.chain)[0]).toEqual({ channel: 'voice', to: '0754-81234567' })
  })
})

describe('NTF-02 quiet hours', () => {
  it.each([
    ['at noon nothing waits', '2026-11-23T04:00:00.000Z', '2026-11-23T04:00:00.000Z'],
    ['20:59', '2026-11-23T12:59:59.000Z', '2026-11-23T12:59:59.000Z'],
    ['21:00 waits for 8:00', '2026-11-23T13:00:00.000Z', '2026-11-24T00:00:00.000Z'],
    ['midnight', '2026-11-23T16:00:00.000Z', '2026-11-24T00:00:00.000Z'],
    ['7:59', '2026-11-23T23:59:00.000Z', '2026-11-24T00:00:00.000Z'],
    ['8:00', '2026-11-24T00:00:00.000Z', '2026-11-24T00:00:00.000Z'],
  ])('%s', (_case, at, sent) => {
    expect(endOfQuiet(plan.quiet, at)).toBe(sent)
  })
})

describe('NTF-03 what is done with a notice whose time has come', () => {
  const steps = [
    { channel: 'sms', to: '13812345678' },
    { channel: 'letter', to: '' },
    { channel: 'visit', to: '' },
  ] as const
  const due: DueNotice = { state: 'waiting', urgent: false, steps, stepNo: 0, attempt: null, stale: null }
  it.each<[string, Partial<DueNotice>, string, object]>([
    ['sends', {}, NOON, { act: 'send', step: steps[0] }],
    ['waits in the night', {}, NIGHT, { act: 'wait', until: '2026-11-24T00:00:00.000Z' }],
    ['wakes for what is urgent', { urgent: true }, NIGHT, { act: 'send', step: steps[0] }],
    ['stops what is no longer true', { stale: '已经作出决定' }, NOON, { act: 'stop', reason: '已经作出决定' }],
    ['sends again what a dead worker left', { attempt: { state: 'sending', tries: 1 } }, NOON, { act: 'send' }],
    ['passes on after the last try', { attempt: { state: 'sending', tries: 3 } }, NOON, { act: 'pass_on', stepNo: 1 }],
    ['passes on what was refused', { attempt: { state: 'failed', tries: 1 } }, NOON, { act: 'pass_on', stepNo: 1 }],
    [
      'passes on without a receipt',
      { state: 'sent', attempt: { state: 'accepted', tries: 1 } },
      NOON,
      { act: 'pass_on', stepNo: 1 },
    ],
    ['hands a letter to a person', { stepNo: 1 }, NIGHT, { act: 'hand', until: '2026-11-30T14:00:00.000Z' }],
    ['a visit has no end of its own', { stepNo: 2 }, NOON, { act: 'hand', until: null }],
    [
      'after an unanswered letter somebody goes there',
      { stepNo: 1, attempt: { state: 'sending', tries: 1 } },
      NOON,
      { act: 'pass_on', stepNo: 2 },
    ],
    ['gives up after the visit', { stepNo: 2, attempt: { state: 'failed', tries: 1 } }, NOON, { act: 'give_up' }],
    ['gives up where there is no step', { stepNo: 3 }, NOON, { act: 'give_up' }],
  ])('%s', (_case, change, now, act) => {
    expect(nextAct({ ...due, ...change }, plan, now)).toMatchObject(act)
  })

  it('asks a failing gateway again, later each time, at most hourly', () => {
    expect([1, 2, 3, 7, 20].map(retryMinutes)).toEqual([1, 2, 4, 60, 60])
  })
})

describe('NTF-03 a notice counts when it has reached', () => {
  const sms = { channel: 'sms', waitMinutes: 60, reachedBy: 'delivered', tries: 3 } as const
  const wechat = { channel: 'wechat', waitMinutes: 60, reachedBy: 'read', tries: 3 } as const
  it('a short message on the handset has reached where the plan says so', () => {
    expect(effectOfReceipt('delivered', sms, 'accepted', 'sent', true).notice?.to).toBe('reached')
    expect(effectOfReceipt('delivered', wechat, 'accepted', 'sent', true).notice?.to).toBe('delivered')
    expect(effectOfReceipt('read', wechat, 'delivered', 'delivered', true).notice?.to).toBe('reached')
    expect(effectOfReceipt('answered', wechat, 'accepted', 'sent', true).notice?.to).toBe('reached')
  })
  it('a receipt twice, or late, changes nothing that is settled', () => {
    expect(effectOfReceipt('delivered', sms, 'reached', 'reached', true)).toEqual({
      attempt: null,
      notice: null,
      passOn: false,
    })
    expect(effectOfReceipt('failed', sms, 'reached', 'reached', true).passOn).toBe(false)
    expect(effectOfReceipt('delivered', wechat, 'delivered', 'delivered', true).notice).toBeNull()
  })
  it('a receipt before the send was recorded counts', () => {
    expect(effectOfReceipt('delivered', sms, 'sending', 'waiting', true).notice?.to).toBe('reached')
  })
  it('a failure sends the present attempt to the next channel, an earlier one not', () => {
    expect(effectOfReceipt('failed', sms, 'accepted', 'sent', true).passOn).toBe(true)
    expect(effectOfReceipt('failed', sms, 'accepted', 'sent', false).passOn).toBe(false)
  })
  it('read late, after the next channel was begun, has reached too', () => {
    expect(effectOfReceipt('read', wechat, 'accepted', 'waiting', false).notice?.to).toBe('reached')
    expect(effectOfReceipt('delivered', wechat, 'accepted', 'waiting', false).notice).toBeNull()
  })
})

describe('NTF-03 the plan of channels is data, and checked', () => {
  const good = shipped
  const { chain } = shipped
  it.each<[string, unknown]>([
    ['nothing', null],
    ['no channels', { ...good, chain: [] }],
    ['an unknown channel', { ...good, chain: [{ ...chain[0], channel: 'pigeon' }, ...chain.slice(1)] }],
    ['a channel twice', { ...good, chain: [chain[0], ...chain] }],
    ['no visit at the end', { ...good, chain: chain.slice(0, 2) }],
    ['quiet hours that are no time', { ...good, quiet: { from: '25:00', to: '8' } }],
    ['no list of urgent notices', { ...good, urgent: 'all' }],
    ['rates above one', { ...good, standIn: { demo: { loseBps: 20_000 }, plain: {} } }],
  ])('%s', (_case, input) => {
    expect(parseNoticePlan(input)).toMatchObject({ ok: false, code: 'notifications.plan_malformed' })
  })
})

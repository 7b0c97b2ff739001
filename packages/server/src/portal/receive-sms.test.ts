import { createHmac } from 'node:crypto'
import { createReport, getClaim } from '@anpei/contract/claims'
import { listNotices } from '@anpei/contract/notifications'
import { receiveSms } from '@anpei/contract/portal'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { saveChannelSetting } from '../notifications/index.ts'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'

const { chen, lin } = testPeople
const DAUGHTER = '13900000000'

describe('CLM-14 look-up by short message', () => {
  let world: World
  let service: Caller
  let claimNo = ''
  let claimId = ''
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      saveChannelSetting(tx.db, 1, tx.vault, {
        channel: 'sms',
        gateway: 'stand_in',
        settings: {},
        secrets: { receiptKey: 'receipt-key' },
        changedBy: newId(),
        changedAt: tx.now,
      }),
    )
    const report = await service(createReport, {
      body: {
        statedName: chen.name,
        statedIdNumber: chen.idNumber,
        channel: 'hotline',
        register: true,
        reporter: { name: '陈小明', phone: DAUGHTER, relation: 'child' },
        accident: { accidentOn: '2026-11-20', cause: 'fall', kinds: ['hospital'] },
      },
    })
    claimId = report.claims[0]?.id ?? ''
    claimNo = (await service(getClaim, { params: { claimId } })).claimNo
  })
  afterAll(() => world.close())
  beforeEach(() => {
    world.clock.forward(16 * 60_000)
  })

  type Message = { from?: string; text?: string; number?: string; key?: string; timestamp?: string }
  const send = (message: Message = {}) => {
    const { from = chen.phone ?? '', text = `查 ${claimNo} 0018`, number = newId(), key = 'receipt-key' } = message
    const { timestamp = world.clock.now() } = message
    const signature = createHmac('sha256', key).update(`${timestamp}\n${number}|${from}|${text}\n`).digest('hex')
    return world.anyone(receiveSms, { params: { tenantId: 1 }, body: { timestamp, number, from, text, signature } })
  }
  const answers = async () => (await service(listNotices, { query: { template: 'sms_look_up' } })).items
  /** What the last message was answered, null when nothing was said. */
  const answered = async (message: Message) => {
    const before = (await answers()).length
    await send(message)
    const after = await answers()
    return after.length > before ? (after[0]?.text ?? null) : null
  }

  it('is answered masked, to the insured person and to who reported, and stands in the case', async () => {
    const own = await answered({})
    expect(own).toContain(`案件${claimNo}（陈*英）`)
    expect(own).toContain('还差几样资料')
    expect(await answered({ from: `+86${DAUGHTER}` })).toBe(own)
    const { items } = await service(listNotices, { query: { subjectId: claimId, template: 'sms_look_up' } })
    expect(items.map((one) => [one.title, one.channel])).toEqual([
      ['短信查进度的答复', 'sms'],
      ['短信查进度的答复', 'sms'],
    ])
  })

  it('a strange telephone, a wrong number, a wrong ID and half a question are answered alike', async () => {
    const said = [
      await answered({ from: '13711112222' }),
      await answered({ text: `查 P269900000000 0018` }),
      await answered({ text: `查 ${claimNo} ${lin.idNumber.slice(-4)}` }),
      await answered({ text: '查 12' }),
    ]
    expect(new Set(said).size).toBe(1)
    expect(said[0]).toContain('没有查到')
  })

  it('a message sent again by the gateway is answered once', async () => {
    expect(await answered({ number: 'again-1' })).toContain(claimNo)
    expect(await answered({ number: 'again-1' })).toBeNull()
  })

  it('five in a quarter of an hour from one telephone; a landline never', async () => {
    for (let n = 0; n < 5; n++) expect(await answered({ text: '查' })).toContain('没有查到')
    expect(await answered({})).toBeNull()
    world.clock.forward(15 * 60_000 + 1)
    expect(await answered({})).toContain(claimNo)
    expect(await answered({ from: '0754-81234567' })).toBeNull()
  })

  it('any other text is a message to the service desk, once (SRV-02)', async () => {
    const before = (await answers()).length
    const words = { from: '+8613711112222', text: '查一下我的理赔怎么还没到', number: 'words-1' }
    await send(words)
    await send(words)
    expect((await answers()).length).toBe(before)
    const kept = await world.app.pool.withTenant(1, ({ db }) =>
      db.selectFrom('desk_request').select(['channel', 'kind', 'message_count']).execute(),
    )
    expect(kept).toEqual([{ channel: 'sms', kind: 'enquiry', message_count: 1 }])
  })

  it('only from the gateway, and only fresh', async () => {
    await expectRefusal(send({ key: 'another' }), 'notifications.signature_wrong')
    await expectRefusal(send({ timestamp: '2026-11-01T00:00:00.000Z' }), 'notifications.signature_wrong')
  })
})

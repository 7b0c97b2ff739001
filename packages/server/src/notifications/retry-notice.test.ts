import {
  getNotice,
  handOverNotice,
  listNotices,
  noticeQueue,
  recordHanded,
  retryNotice,
  revealNotice,
  stopNotice,
} from '@anpei/contract/notifications'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { notify } from './notify.ts'
import { queuePhoneText } from './store-texts.ts'

describe('NTF-03 a person takes a notice in hand', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  let n = 0
  const tell = async () => {
    const subject = { kind: 'report', id: newId() }
    await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      notify(tx, {
        personId: null,
        occasion: `hand:${n++}`,
        template: 'report_received',
        facts: { reportNo: 'B1' },
        subject,
        otherPhone: '13900000001',
        otherName: '陈小明',
      }),
    )
    await world.runJobs()
    const { items } = await service(listNotices, { query: { subjectId: subject.id } })
    return { params: { noticeId: items[0]?.id ?? '' } }
  }

  it('stops it with a reason, and sends it again', async () => {
    const one = await tell()
    expect(await service(getNotice, one)).toMatchObject({ state: 'sent', can: ['reveal', 'handOver', 'stop'] })
    await expectRefusal(service(retryNotice, one), 'lifecycle.not_possible')
    expect(await service(stopNotice, { ...one, body: { reason: '客户已在柜面问过' } })).toMatchObject({
      state: 'stopped',
      fault: '客户已在柜面问过',
      can: ['reveal', 'retry'],
    })
    await expectRefusal(service(stopNotice, { ...one, body: { reason: '再停' } }), 'lifecycle.not_possible')
    await service(retryNotice, one)
    await world.runJobs()
    expect(await service(getNotice, one)).toMatchObject({ state: 'sent', tries: 2, fault: null })
  })

  it('hands it over to a visit, whose outcome ends it', async () => {
    const one = await tell()
    const outcome = { ...one, body: { reached: true, way: 'visit', proof: '在家，当面讲清' } } as const
    await expectRefusal(service(recordHanded, outcome), 'notifications.not_by_hand')
    await service(handOverNotice, one)
    await expectRefusal(service(handOverNotice, one), 'notifications.nobody_to_send_to')
    await world.runJobs()
    expect((await service(getNotice, one)).can).toEqual(['reveal', 'stop', 'outcome'])
    expect(await service(recordHanded, outcome)).toMatchObject({
      state: 'reached',
      attempts: [{ channel: 'sms' }, { channel: 'visit', state: 'reached', proof: '上门当面告知：在家，当面讲清' }],
    })
  })

  it('not found: it has failed; without a telephone it cannot be sent again', async () => {
    const one = await tell()
    await service(handOverNotice, one)
    await world.runJobs()
    await service(recordHanded, { ...one, body: { reached: false, way: 'visit', proof: '已搬走' } })
    await world.runJobs()
    expect(await service(getNotice, one)).toMatchObject({ state: 'failed', attempts: [{}, { state: 'failed' }] })
    await world.app.pool.withTenant(1, ({ db }) =>
      db.updateTable('notice').set({ channel: 'visit' }).where('id', '=', one.params.noticeId).execute(),
    )
    expect(await service(retryNotice, one)).toMatchObject({ state: 'waiting', channel: 'sms' })
  })

  it('who has only a letter box is visited, not sent to again', async () => {
    const subject = { kind: 'report', id: newId() }
    await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      notify(tx, { personId: null, occasion: 'box', template: 'report_received', facts: { reportNo: 'B1' }, subject }),
    )
    await world.runJobs()
    const { items } = await service(listNotices, { query: { subjectId: subject.id } })
    const one = { params: { noticeId: items[0]?.id ?? '' } }
    await service(stopNotice, { ...one, body: { reason: '不用' } })
    await expectRefusal(service(retryNotice, one), 'notifications.nobody_to_send_to')
  })

  it('the whole text and the number are shown with a reason, which is logged; a code never', async () => {
    const one = await tell()
    const shown = await service(revealNotice, { ...one, body: { reason: '客户来电核对' } })
    expect(shown).toEqual({ to: '13900000001', text: expect.stringContaining('陈小明') })
    const looks = await world.app.pool.withTenant(1, ({ db }) =>
      db.selectFrom('event').select('reason').where('name', '=', 'notice.revealed').execute(),
    )
    expect(looks).toEqual([{ reason: '客户来电核对' }])
    const codeOf = newId()
    await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      queuePhoneText(tx, {
        subject: { kind: 'one_time_code', id: codeOf },
        template: 'one_time_code',
        phone: '13900000000',
        phoneMasked: '139****0000',
        text: '验证码 123456',
      }),
    )
    const { items } = await service(listNotices, { query: { subjectId: codeOf } })
    const code = { params: { noticeId: items[0]?.id ?? '' } }
    await expectRefusal(service(revealNotice, { ...code, body: { reason: '想看' } }), 'request.not_found')
    await expectRefusal(service(stopNotice, { ...code, body: { reason: '停' } }), 'request.not_found')
    // Nobody waits for a code that opens nothing any more.
    world.clock.forward(30 * 60_000)
    await world.runJobs()
    expect(await service(getNotice, code)).toMatchObject({ state: 'stopped', fault: '验证码已过期', can: [] })
  })

  it('counts what is on its way and what failed', async () => {
    const { counts } = await service(noticeQueue, {})
    expect(counts).toContainEqual({ channel: 'sms', state: 'sent', count: expect.any(Number) })
  })
})

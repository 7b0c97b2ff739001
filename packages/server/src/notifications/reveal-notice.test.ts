import { listNotices, revealNotice, stopNotice } from '@anpei/contract/notifications'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { tellSomebody } from './notices.fixture.ts'
import { queuePhoneText } from './store-texts.ts'

describe('NTF-04 the whole text is shown with a reason, which is logged', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('with the number it went to', async () => {
    const one = await tellSomebody(world, service)
    const shown = await service(revealNotice, { ...one, body: { reason: '客户来电核对' } })
    expect(shown).toEqual({ to: '13900000001', text: expect.stringContaining('陈小明') })
    const looks = await world.app.pool.withTenant(1, ({ db }) =>
      db.selectFrom('event').select('reason').where('name', '=', 'notice.revealed').execute(),
    )
    expect(looks).toEqual([{ reason: '客户来电核对' }])
  })

  it('a one-time code never: it opens somebody’s door', async () => {
    const subject = { kind: 'one_time_code', id: newId() }
    await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      queuePhoneText(tx, {
        subject,
        template: 'one_time_code',
        phone: '13900000000',
        phoneMasked: '139****0000',
        text: '验证码 123456',
      }),
    )
    const { items } = await service(listNotices, { query: { subjectId: subject.id } })
    const code = { params: { noticeId: items[0]?.id ?? '' } }
    await expectRefusal(service(revealNotice, { ...code, body: { reason: '想看' } }), 'request.not_found')
    await expectRefusal(service(stopNotice, { ...code, body: { reason: '停' } }), 'request.not_found')
  })
})

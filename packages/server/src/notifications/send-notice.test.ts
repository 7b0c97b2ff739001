import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { openWorld, testPeople, type World } from '../testing/index.ts'
import { channelFor } from './channels.ts'
import { notify } from './notify.ts'
import { openNotice } from './open-notice.ts'
import { sendNotice } from './send-notice.ts'
import { deliveriesOf, findNotice, noticesOf } from './store.ts'

describe('NTF-02 a notice leaves exactly once', () => {
  let world: World
  let personId = ''
  const self = systemActor(1, 'test')
  beforeAll(async () => {
    world = await openWorld()
    personId = (
      await world.app.pool.withTenant(1, ({ db }) =>
        db.selectFrom('person').select('id').where('name', '=', testPeople.chen.name).executeTakeFirstOrThrow(),
      )
    ).id
  })
  afterAll(() => world.close())

  const tell = (occasion: string) =>
    systemWrite(world.app, self, (tx) =>
      notify(tx, {
        personId,
        occasion,
        template: 'claim_registered',
        facts: { claimNo: 'P26110000017' },
        subject: { kind: 'claim', id: newId() },
      }),
    )
  const deliveries = () => world.app.pool.withTenant(1, ({ db }) => deliveriesOf(db, 1, null, 100))
  const latest = async () =>
    (await world.app.pool.withTenant(1, ({ db }) => noticesOf(db, 1, { personId, beforeId: null, limit: 1 })))[0]

  it('one per person and occasion, however often it is asked for', async () => {
    expect(await tell('registered:1')).toBe('sms')
    expect(await tell('registered:1')).toBe('told_before')
    await world.runJobs()
    expect(await deliveries()).toHaveLength(1)
  })

  it('once also when the process dies between sending and writing it down', async () => {
    await tell('registered:2')
    const notice = await latest()
    if (!notice) throw new Error('no notice')
    const { to, text } = openNotice(world.app.vault(1), notice)
    // The channel took it; the crash came before the state was written.
    await channelFor(world.app, 'sms')?.send({
      id: notice.id,
      tenantId: 1,
      channel: 'sms',
      to,
      recipientMasked: notice.recipientMasked,
      text,
    })
    await sendNotice(world.app, { tenantId: 1, noticeId: notice.id })
    await sendNotice(world.app, { tenantId: 1, noticeId: notice.id })
    expect((await deliveries()).filter((one) => one.noticeId === notice.id)).toHaveLength(1)
    expect(await world.app.pool.withTenant(1, ({ db }) => findNotice(db, 1, notice.id))).toMatchObject({
      state: 'sent',
      tries: 1,
    })
  })

  it('nothing leaves when the transaction it belongs to is rolled back', async () => {
    const before = (await deliveries()).length
    await expect(
      systemWrite(world.app, self, async (tx) => {
        await notify(tx, {
          personId,
          occasion: 'registered:3',
          template: 'claim_registered',
          facts: { claimNo: 'P1' },
          subject: { kind: 'claim', id: newId() },
        })
        throw new Error('the case could not be written')
      }),
    ).rejects.toThrow()
    await world.runJobs()
    expect((await deliveries()).length).toBe(before)
  })
})

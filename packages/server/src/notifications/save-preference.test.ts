import { recordCareMark } from '@anpei/contract/customers'
import { getNotice, getNoticePreference, listNotices, saveNoticePreference } from '@anpei/contract/notifications'
import type { Sent } from '@anpei/contract/kernel'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { notify } from './notify.ts'

type Wish = NonNullable<Sent<typeof saveNoticePreference>['body']>
const none: Wish = { preferred: [], refused: [] }

describe('NTF-02 people are told the way they want', () => {
  let world: World
  let service: Caller
  let [chen, zheng, huang] = ['', '', '']
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    const people = await world.app.pool.withTenant(1, ({ db }) =>
      db.selectFrom('person').select(['id', 'name']).execute(),
    )
    const idOf = (name: string) => people.find((one) => one.name === name)?.id ?? ''
    ;[chen, zheng, huang] = [idOf(testPeople.chen.name), idOf(testPeople.zheng.name), idOf(testPeople.huang.name)]
  })
  afterAll(() => world.close())

  const tell = (personId: string, occasion: string) =>
    systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      notify(tx, {
        personId,
        occasion,
        template: 'claim_registered',
        facts: { claimNo: 'P1' },
        subject: { kind: 'other', id: newId() },
      }),
    )
  const latest = async (personId: string) => {
    const { items } = await service(listNotices, { query: { personId, limit: 1 } })
    return service(getNotice, { params: { noticeId: items[0]?.id ?? '' } })
  }

  it('begins with no wishes', async () => {
    const { changedAt, ...wish } = await service(getNoticePreference, { params: { personId: chen } })
    expect(wish).toEqual({ ...none, hasWechat: false, emailMasked: '', household: [] })
    expect(changedAt).toBeNull()
  })

  it('own order first, refused channels not at all, addresses masked', async () => {
    const saved = await service(saveNoticePreference, {
      params: { personId: chen },
      body: {
        ...none,
        preferred: ['wechat', 'email'],
        refused: ['voice'],
        wechatOpenId: 'oAbCdEf',
        email: 'chen@family.example',
      },
    })
    expect(saved).toMatchObject({ hasWechat: true, emailMasked: 'c***@family.example' })
    expect(await tell(chen, 'wish:1')).toBe('wechat')
    await world.runJobs()
    const notice = await latest(chen)
    expect(notice.steps.map((step) => step.channel)).toEqual(['wechat', 'email', 'sms', 'letter', 'visit'])
    expect(notice).toMatchObject({ state: 'sent', recipientMasked: '微信 oA***Ef' })
    // What is left out stays.
    const again = await service(saveNoticePreference, { params: { personId: chen }, body: { ...none, email: null } })
    expect(again).toMatchObject({ hasWechat: true, emailMasked: '' })
  })

  it('who uses no smartphone gets no WeChat, whatever was wished before (CUS-04)', async () => {
    const body = { mark: 'no_smartphone', source: 'family', fromOn: '2026-01-01' } as const
    await service(recordCareMark, { params: { personId: chen }, body })
    expect(await tell(chen, 'wish:2')).toBe('sms')
  })

  it('one letter to one household for one occasion', async () => {
    const both: Wish = { ...none, refused: ['sms', 'voice'] }
    await service(saveNoticePreference, { params: { personId: zheng }, body: both })
    const joined = await service(saveNoticePreference, {
      params: { personId: huang },
      body: { ...both, householdWith: zheng },
    })
    expect(joined.household).toEqual([{ personId: zheng, name: testPeople.zheng.name }])
    expect(await tell(zheng, 'mass:1')).toBe('letter')
    await world.runJobs()
    await tell(huang, 'mass:1')
    await world.runJobs()
    expect(await latest(zheng)).toMatchObject({ state: 'waiting', channel: 'letter', tries: 1 })
    expect(await latest(huang)).toMatchObject({ state: 'stopped', fault: '同一户已有一封同样的信', tries: 0 })
    await tell(huang, 'own:1')
    await world.runJobs()
    expect(await latest(huang)).toMatchObject({ state: 'waiting', channel: 'letter' })
  })

  it('refuses a channel that is wished and not wished, nobody’s wishes, and those who may not', async () => {
    const torn: Wish = { preferred: ['sms', 'voice'], refused: ['voice'] }
    const said = await expectRefusal(
      service(saveNoticePreference, { params: { personId: chen }, body: torn }),
      'notifications.wish_contradicts',
    )
    expect(said.message).toContain('“语音电话”不能又先用又不要')
    await expectRefusal(
      service(saveNoticePreference, { params: { personId: newId() }, body: none }),
      'request.not_found',
    )
    await expectRefusal(
      service(saveNoticePreference, { params: { personId: chen }, body: { ...none, householdWith: chen } }),
      'request.not_found',
    )
    const sponsor = await world.as('sponsor')
    await expectRefusal(sponsor(getNoticePreference, { params: { personId: chen } }), 'request.not_permitted')
  })
})

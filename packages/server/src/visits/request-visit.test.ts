import { requestVisit } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announceDue } from '../sla/index.ts'
import { arrange, expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { visitDirectory } from './store-due.ts'

describe('SRV-05 SRV-09 CLM-02 T06 T13 T14 asking for a visit', () => {
  let world: World
  let service: Caller
  let chen: string
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    const [row] = await arrange(world, 'select id from person where name = $1', [testPeople.chen.name])
    chen = String(row?.id)
  })
  afterAll(() => world.close())

  it('at home: the promise to agree a time runs 24 hours from the wish, and is warned of', async () => {
    const requestedAt = new Date(Date.parse(world.clock.now()) - 3_600_000).toISOString()
    const made = await service(requestVisit, {
      body: { kind: 'home', personId: chen, channel: 'hotline', requestedAt },
    })
    expect(made).toMatchObject({
      visitNo: expect.stringMatching(/^V\d{12}$/),
      state: 'requested',
      dueAt: '2026-11-24T00:00:00Z',
    })
    const [row] = await arrange(world, 'select eligible_by, village_code, sealed from visit where id = $1', [made.id])
    expect(row).toMatchObject({ eligible_by: ['age'], village_code: testPeople.chen.village })
    world.clock.forward(20 * 3_600_000)
    await announceDue(world.app, 1, visitDirectory)
    const warned = await arrange(world, 'select percent from clock_alarm where subject_id = $1', [made.id])
    expect(warned.length).toBeGreaterThan(0)
  })

  it('on the scene: an hour in town and where nobody has confirmed the village, two hours outside', async () => {
    const minutes = async () => {
      const { dueAt } = await service(requestVisit, { body: { kind: 'on_site', personId: chen, channel: 'report' } })
      return (Date.parse(dueAt ?? '') - Date.parse(world.clock.now())) / 60_000
    }
    expect(await minutes()).toBe(60)
    await arrange(
      world,
      `insert into village_area (tenant_id, id, village_code, area, from_on, source, made_by, checked_by, checked_at)
      select 1, gen_random_uuid(), $1, 'suburban', '2026-11-01', '函', gen_random_uuid(), gen_random_uuid(), now()`,
      [testPeople.chen.village],
    )
    expect(await minutes()).toBe(120)
  })

  it.each([
    [
      'in the future',
      { name: '甲', phone: '13800000001', requestedAt: '2027-01-01T00:00:00.000Z' },
      'visit.requested_in_future',
    ],
    ['for nobody', { phone: '13800000001' }, 'visit.nobody_named'],
    ['without a telephone', { name: '甲' }, 'visit.phone_missing'],
    ['with one that cannot be', { name: '甲', phone: '12' }, 'customers.phone_invalid'],
    ['for somebody who is not there', { personId: '00000000-0000-4000-8000-000000000000' }, 'request.not_found'],
  ])('refuses one %s', async (_name, change, code) => {
    await expectRefusal(service(requestVisit, { body: { kind: 'home', channel: 'counter', ...change } }), code)
  })

  it('is not for the finance department', async () => {
    const body = { kind: 'video', personId: chen, channel: 'desk' } as const
    await expectRefusal((await world.as('finance1'))(requestVisit, { body }), 'request.not_permitted')
  })
})

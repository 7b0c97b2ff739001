import { careBoard, listCareCharges, nameAdviser } from '@anpei/contract/customers'
import { listStaff } from '@anpei/contract/identity'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../../http/index.ts'
import { expectRefusal, opened, type World } from '../../testing/index.ts'
import { openWorld, testPeople } from '../customers.fixture.ts'
import { tendCare } from './hand-over-care.ts'

describe('CUS-04 a lead names and changes advisers', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    await opened(await world.as('service1'), testPeople.chen)
    await world.runJobs()
  })
  afterAll(() => world.close())

  it('among those who may advise and are there, with a reason', async () => {
    const head = await world.as('head')
    const [row] = (await head(listCareCharges, { query: {} })).items
    const chargeId = row?.id ?? ''
    const other = (await head(careBoard, {})).advisers.find(
      (one) => ![row?.adviser?.id, row?.deputy?.id].includes(one.id),
    )
    const staff = await head(listStaff, { query: { limit: 100 } })
    const finance = staff.items.find((one) => one.login === 'finance1')?.id ?? ''
    const name = (adviserId: string, deputyId: string | null = null) =>
      head(nameAdviser, { params: { chargeId }, body: { adviserId, deputyId, reason: '同乡，会讲潮汕话' } })
    await expectRefusal(name(finance), 'customers.not_an_adviser')
    await expectRefusal(name(other?.id ?? '', other?.id ?? ''), 'customers.not_an_adviser')
    const named = await name(other?.id ?? '', row?.adviser?.id ?? null)
    expect(named).toMatchObject({ adviser: { id: other?.id }, deputy: { id: row?.adviser?.id } })
    // Without a word about the deputy he stays; made the adviser himself, somebody else is found.
    expect((await name(other?.id ?? '')).deputy?.id).toBe(row?.adviser?.id)
    const promoted = await name(row?.adviser?.id ?? '')
    expect(promoted.deputy).not.toBeNull()
    expect(promoted.deputy?.id).not.toBe(row?.adviser?.id)
    await name(other?.id ?? '')
    expect((await head(listCareCharges, { query: { adviser: other?.id ?? '' } })).items).toHaveLength(1)
    expect((await head(listCareCharges, { query: { adviser: 'none' } })).items).toEqual([])
    await expectRefusal(head(listCareCharges, { query: { adviser: 'x' } }), 'request.malformed')
    const service = await world.as('service1')
    await expectRefusal(
      service(nameAdviser, { params: { chargeId }, body: { adviserId: other?.id ?? '', reason: 'x' } }),
      'request.not_permitted',
    )
  })

  it('a charge nobody had is found an adviser at night', async () => {
    await world.app.pool.withTenant(1, ({ db }) =>
      db.updateTable('care_charge').set({ adviser_id: null, deputy_id: null }).execute(),
    )
    await systemWrite(world.app, systemActor(1, 'nightly'), tendCare)
    expect((await (await world.as('head'))(careBoard, {})).unassigned).toBe(0)
  })
})

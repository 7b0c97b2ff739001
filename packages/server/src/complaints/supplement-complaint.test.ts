import { supplementComplaint } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, staffId, type Caller, type World } from '../testing/index.ts'
import { assigned, complained, look, paper } from './complaints.fixture.ts'

describe('CMP-01, CMP-05 what was missing comes, and who else is concerned', () => {
  let world: World
  let service: Caller
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    desk = await world.as('coordinator1')
  })
  afterAll(() => world.close())

  it('a mandate that still runs is taken and struck off the list; an expired one is refused', async () => {
    const { id } = await complained(service, { representation: 'proxy' })
    const params = { complaintId: id }
    const late = { mandateUntil: '2020-01-01', asMandate: true, brought: ['mandate' as const] }
    const files = { files: [paper()] }
    await expectRefusal(service(supplementComplaint, { params, body: late }, files), 'complaint.mandate_expired')
    await service(supplementComplaint, { params, body: { ...late, mandateUntil: '2030-01-01' } }, files)
    expect(await look(desk, id)).toMatchObject({ missing: [], mandateUntil: '2030-01-01', mandateFiles: [{}] })
  })

  it('an heir hears nothing personal until what shows the heir has come; no paper, no proof', async () => {
    const { id } = await complained(service, { representation: 'heir' })
    const params = { complaintId: id }
    const unproved = { missing: [{ item: 'heir_proof' }], mayHearPersonal: false, mandateFiles: [] }
    expect(await look(desk, id)).toMatchObject(unproved)
    const body = { brought: ['heir_proof' as const] }
    await expectRefusal(service(supplementComplaint, { params, body }), 'complaint.mandate_unseen')
    const files = { files: [paper()] }
    await service(supplementComplaint, { params, body: { ...body, asMandate: true } }, files)
    expect(await look(desk, id)).toMatchObject({ missing: [], mayHearPersonal: true, mandateFiles: [{}] })
  })

  it('the responsible person turns out to be concerned: another has it, it is gone for the first', async () => {
    const id = await assigned(world)
    const concernedIds = [await staffId(world, 'handler1')]
    await service(supplementComplaint, { params: { complaintId: id }, body: { concernedIds, note: '说的是他' } })
    expect(await look(desk, id)).toMatchObject({ responsible: { name: '罗雅文' }, concerned: [{ name: '彭子轩' }] })
    await expectRefusal(look(await world.as('handler1'), id), 'request.not_found')
  })
})

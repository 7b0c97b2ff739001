import { addNewFacts, classifyComplaint, getComplaintFile } from '@anpei/contract/complaints'
import { decideLateEntry, listLateEntries } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { complained, look, paper } from './complaints.fixture.ts'

describe('CMP-03, L06 new facts begin anew', () => {
  let world: World
  let service: Caller
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    desk = await world.as('coordinator1')
  })
  afterAll(() => world.close())

  it('on the fourteenth day: the old clock stands as superseded, the new one runs from that day', async () => {
    const { id } = await complained(service)
    world.clock.forward(14 * 86_400_000)
    ;[service, desk] = await Promise.all([world.as('service1'), world.as('coordinator1')])
    const params = { complaintId: id }
    await service(addNewFacts, { params, body: { text: '找到了当天的录音' } }, { files: [paper()] })
    const view = await look(desk, id)
    const runs = view.clocks.filter((one) => one.id === 'L06')
    expect(runs.map((one) => one.state).sort()).toEqual(['running', 'superseded'])
    expect(runs.find((one) => one.state === 'running')?.startedAt).toBe(world.clock.now())
    const fileId = view.entries[0]?.files[0]?.id ?? ''
    expect(view.entries).toMatchObject([{ kind: 'new_facts', files: [{ id: fileId }] }])
    const file = await desk(getComplaintFile, { params: { ...params, fileId } })
    expect(file).toBeInstanceOf(Blob)
    const other = await complained(service)
    await expectRefusal(desk(getComplaintFile, { params: { complaintId: other.id, fileId } }), 'request.not_found')
    const ahead = service(addNewFacts, { params, body: { text: '明天的事', at: '2999-01-01T00:00:00.000Z' } })
    await expectRefusal(ahead, 'complaint.contact_ahead')
  })

  it('CLK-03: facts said to have come before the classification count from today until somebody approves', async () => {
    const { id } = await complained(service)
    const params = { complaintId: id }
    world.clock.forward(86_400_000)
    const claimed = world.clock.now()
    world.clock.forward(86_400_000)
    const body = { causes: ['claim_sum' as const], businessLine: 'accident' as const, class: 'complex' as const }
    await desk(classifyComplaint, { params, body: { ...body, reason: '须查档' } })
    world.clock.forward(86_400_000)
    await service(addNewFacts, { params, body: { text: '前天就寄来了', at: claimed } })
    const running = async () =>
      (await look(desk, id)).clocks.find((one) => one.id === 'L06' && one.state === 'running')?.startedAt
    expect(await running()).toBe(world.clock.now())
    const head = await world.as('deskhead')
    const [held] = (await head(listLateEntries, { query: {} })).items
    expect(held).toMatchObject({ subjectId: id, claimedAt: claimed })
    const lateEntryId = held?.id ?? ''
    await head(decideLateEntry, { params: { lateEntryId }, body: { approve: true, reason: '信封收件章为前天' } })
    expect(await running()).toBe(claimed)
  })
})

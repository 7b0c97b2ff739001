import { checkComplaint, endComplaintTask } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { complained, look } from './complaints.fixture.ts'

describe('CMP-03 what touches law or regulator is looked at', () => {
  let world: World
  let service: Caller
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    desk = await world.as('coordinator1')
  })
  afterAll(() => world.close())

  it('by somebody who says what came of it, once', async () => {
    const { id } = await complained(service)
    const params = { complaintId: id }
    await desk(checkComplaint, { params, body: { finding: 'ours', regulatoryImpact: true } })
    const work = { params: { ...params, kind: 'report' as const }, body: { text: '不用另行报告' } }
    await (await world.as('compliance'))(endComplaintTask, work)
    await expectRefusal(desk(endComplaintTask, work), 'request.not_found')
    const tasks = [
      { kind: 'quality', doneAt: null },
      { kind: 'report', text: '不用另行报告', doneBy: '钟奕彬' },
    ]
    expect(await look(desk, id)).toMatchObject({ tasks })
  })
})

import {
  askRecheck,
  assignRecheck,
  listComplaintWaiting,
  listRecheckHandlers,
  reopenComplaint,
} from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, staffId } from '../../testing/index.ts'
import { openCase, told, type Case } from './solve.fixture.ts'

describe('CMP-08 核查 belongs to the superior institution', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
    await told(of)
    await of.head(askRecheck, { params: of.params, body: { why: '不服' } })
  })
  afterAll(() => of.world.close())

  it('and to nobody who had a part in it', async () => {
    const [asked] = (await of.look()).rechecks
    const offered = await of.head(listRecheckHandlers, { params: { recheckId: asked?.id ?? '' } })
    expect(offered.items.map((one) => one.name)).toEqual(['钟奕彬', '陈总'])
    const assign = async (login: string) =>
      of.head(assignRecheck, {
        params: { recheckId: asked?.id ?? '' },
        body: { handlerId: await staffId(of.world, login) },
      })
    await expectRefusal(assign('complainthead'), 'complaint.recheck_own')
    await expectRefusal(assign('handler2'), 'request.not_found')
    await assign('compliance')
    expect((await of.look()).rechecks).toMatchObject([{ state: 'assigned', handler: '钟奕彬' }])
  })

  it('CMP-09: who examines it is told the thirty days of L08, not what else runs on the complaint', async () => {
    await of.coordinator(reopenComplaint, { params: of.params, body: { reason: '还是没有说清楚' } })
    const examiner = await of.world.as('compliance')
    const { items } = await examiner(listComplaintWaiting, {})
    expect(items.filter((one) => one.kind === 'recheck')).toMatchObject([{ dueAt: '2026-12-23T16:00:00.000Z' }])
  })
})

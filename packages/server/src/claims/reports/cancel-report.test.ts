import { cancelReport, getReport } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { type Caller, expectRefusal, opened, openWorld, report, testPeople, type World } from '../../testing/index.ts'

describe('CLM-01 cancelling a report told by mistake', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())
  const cancel = (reportId: string) => service(cancelReport, { params: { reportId }, body: { reason: '误报' } })

  it('ends it with the reason kept', async () => {
    const { id, reportNo } = await report(service, testPeople.chen)
    expect(await cancel(id)).toEqual({ id, reportNo, state: 'cancelled', stateWord: '已注销', claims: [] })
    expect(await service(getReport, { params: { reportId: id } })).toMatchObject({
      closingReason: '误报',
      state: 'cancelled',
    })
  })

  it('is not possible twice, nor once a claim was opened', async () => {
    const { id } = await report(service, testPeople.lin)
    await cancel(id)
    const problem = await expectRefusal(cancel(id), 'lifecycle.not_possible')
    expect(problem.message).toContain('已注销')
    const claimId = await opened(service, testPeople.wu)
    const reports = await world.app.pool.withTenant(1, ({ db }) =>
      db.selectFrom('claim').select('report_id').where('id', '=', claimId).execute(),
    )
    await expectRefusal(cancel(reports[0]?.report_id ?? ''), 'lifecycle.not_possible')
  })

  it('does not know a report of nobody', async () => {
    await expectRefusal(cancel(newId()), 'request.not_found')
  })
})

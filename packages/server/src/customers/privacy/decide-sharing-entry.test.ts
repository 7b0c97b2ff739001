import { decideSharingEntry, listExports } from '@anpei/contract/customers'
import { getTaskFile, listTasks, startClaimExport } from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../customers.fixture.ts'
import { sharing } from './sharing.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-09 nothing leaves without a confirmed agreement', () => {
  it('is confirmed by somebody else; then an export leaves under it, logged, with its number in the name', async () => {
    const [compliance, gm, head] = await Promise.all([world.as('compliance'), world.as('gm'), world.as('head')])
    const entry = await sharing(compliance)
    const params = { entryId: entry.id }
    const exported = (partnerId: string) =>
      head(startClaimExport, { body: { format: 'xlsx', partnerId, reason: '季度对账' } })
    await expectRefusal(exported(entry.id), 'customers.sharing_not_active')
    await expectRefusal(
      compliance(decideSharingEntry, { params, body: { approve: true } }),
      'customers.sharing_four_eyes',
    )
    const done = await gm(decideSharingEntry, { params, body: { approve: true } })
    expect(done).toMatchObject({ state: 'active', inForce: true, checkedBy: '陈总' })
    await exported(entry.id)
    await world.runJobs()
    const { items } = await compliance(listExports, { query: {} })
    expect(items).toMatchObject([{ what: '赔案列表', partner: '潮南区民政局', reason: '季度对账', madeBy: '郑国华' }])
    const no = items[0]?.exportNo ?? ''
    expect((await compliance(listExports, { query: { no: no.toLowerCase() } })).items).toHaveLength(1)
    const [task] = (await head(listTasks, {})).tasks
    expect(await head(getTaskFile, { params: { taskId: task?.id ?? '' } })).toBeInstanceOf(Blob)

    const wide = await sharing(compliance, { purpose: 'partner_share', partner: '某健康服务公司', kind: 'vendor' })
    await gm(decideSharingEntry, { params: { entryId: wide.id }, body: { approve: true } })
    await expectRefusal(exported(wide.id), 'customers.sharing_needs_consent')
    world.clock.set('2027-11-01T01:00:00.000Z')
    const later = await world.as('head')
    await expectRefusal(
      later(startClaimExport, { body: { format: 'csv', partnerId: entry.id } }),
      'customers.sharing_expired',
    )
  })
})

import { getHistoryImport, listHistory, listHistoryFaults } from '@anpei/contract/complaints'
import { decideRetention, getRetentionRun, proposeRetention } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { HEADINGS, imported, sentIn } from './history.fixture.ts'

const NAME = '郑阿婆'
const row = (no: string, closed: string, told: string) =>
  `${no},2011-03-01,${closed},意外险,态度,已解决,示范财险,${NAME},${told}`
const table = [
  HEADINGS,
  row('B1', '2012-03-20', '旧事等了三个月'),
  row('B2', '2020-03-20', '新事没人接电话'),
  row('', '2012-03-20', '没有编号的一行'),
].join('\n')

describe('CUS-10 what an import brought and nobody has assigned goes by its period, with proof', () => {
  let world: World
  let importId: string
  beforeAll(async () => {
    world = await openWorld()
    importId = (await imported(world, await world.as('complainthead'), table)).id
  })
  afterAll(() => world.close())

  const destroyed = async (kind: string) => {
    const compliance = await world.as('compliance')
    const run = await compliance(proposeRetention, { body: { class: kind } })
    const gm = await world.as('gm')
    const params = { runId: run.id }
    const [listed] = (await gm(getRetentionRun, { params, query: {} })).items
    await gm(decideRetention, { params, body: { approve: true } })
    await world.runJobs()
    return { listed, ...(await gm(getRetentionRun, { params, query: {} })) }
  }
  const named = async () =>
    (await (await world.as('complainthead'))(listHistory, { query: { name: NAME } })).items.map((one) => one.externalNo)

  it('past complaints ten years after their end: found by no name, counted still, never taken in anew', async () => {
    expect(await named()).toEqual(['B2', 'B1'])
    const before = await arrange(world, `select sealed from complaint_history where external_no = 'B1'`)
    const { run, items, listed } = await destroyed('past_complaints')
    expect(listed).toMatchObject({ name: '旧系统：历史.csv', endedOn: '2012-03-20' })
    expect(items).toMatchObject([{ state: 'destroyed', proof: { rows: { complaint_history: 1 } } }])
    expect(run).toMatchObject({ state: 'done', destroyedCount: 1 })
    expect(run.proofHash).toMatch(/^[0-9a-f]{64}$/)
    expect(await named()).toEqual(['B2'])
    const left = await arrange(
      world,
      `select name_hash, received_on::text, product, person_id, sealed
      from complaint_history where external_no = 'B1'`,
    )
    expect(left).toMatchObject([{ name_hash: null, received_on: '2011-03-01', product: '', person_id: null }])
    expect(left[0]?.['sealed']).not.toEqual(before[0]?.['sealed'])
    const again = await imported(world, await world.as('complainthead'), table)
    expect(again).toMatchObject({ newCount: 0, changedCount: 0, unchangedCount: 2 })
    await expectRefusal(
      (await world.as('compliance'))(proposeRetention, { body: { class: 'past_complaints' } }),
      'customers.retention_nothing_due',
    )
  })

  it('rows left out of a file, and a file nobody finished, ninety days later', async () => {
    const head = await world.as('complainthead')
    const { id: unfinished } = await sentIn(head, table, '没做完.csv')
    expect((await head(listHistoryFaults, { params: { importId }, query: {} })).items).toHaveLength(1)
    await expectRefusal(
      (await world.as('compliance'))(proposeRetention, { body: { class: 'complaint_rejects' } }),
      'customers.retention_nothing_due',
    )
    world.clock.forward(91 * 86_400_000)
    const { items, run } = await destroyed('complaint_rejects')
    expect(run).toMatchObject({ state: 'done', destroyedCount: 3 })
    expect(items.map((one) => one.proof?.files).sort()).toEqual([0, 0, 1])
    expect(await arrange(world, 'select count(*)::int as n from complaint_import_fault')).toEqual([{ n: 0 }])
    expect(await world.app.files.has(1, unfinished)).toBe(false)
    const later = await world.as('complainthead')
    expect(await later(getHistoryImport, { params: { importId: unfinished } })).toMatchObject({ state: 'cancelled' })
    expect(await arrange(world, 'select sealed from complaint_import where sealed is not null')).toEqual([])
  })
})

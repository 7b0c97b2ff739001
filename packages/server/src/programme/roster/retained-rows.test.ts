import { decideRetention, getRetentionRun, proposeRetention } from '@anpei/contract/customers'
import { getImport } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, type World } from '../../testing/index.ts'
import { fileOf, openWorld, upload } from '../programme.fixture.ts'

describe('CUS-10 rows of a list of the insured that became nobody’s', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('go ninety days after the file came, with a proof; how many there were is still told', async () => {
    const bad = { name: '陈大福', birthOn: '1950-02-03', order: 101, village: '440514999999' }
    const { id } = await upload(world, 'initial', '2026-11-01', fileOf([bad]))
    const compliance = await world.as('compliance')
    const body = { class: 'roster_rejects' }
    await expectRefusal(compliance(proposeRetention, { body }), 'customers.retention_nothing_due')
    world.clock.forward(91 * 86_400_000)
    const { id: runId } = await (await world.as('compliance'))(proposeRetention, { body })
    const gm = await world.as('gm')
    await gm(decideRetention, { params: { runId }, body: { approve: true } })
    await world.runJobs()
    const { items } = await gm(getRetentionRun, { params: { runId }, query: {} })
    expect(items).toMatchObject([{ subjectId: id, state: 'destroyed', proof: { rows: { roster_bad_row: 1 } } }])
    expect(items[0]?.proof?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await arrange(world, 'select 1 from roster_bad_row where import_id = $1', [id])).toEqual([])
    expect(await (await world.as('pm'))(getImport, { params: { importId: id } })).toMatchObject({ badCount: 1 })
  })
})

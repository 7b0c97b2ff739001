import { getSweep, listUnderpayments, runSweep } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { dueCase } from '../decision/decisions.fixture.ts'
import { overpaidCase } from '../afterwards/recoveries.fixture.ts'

describe('CLM-16 OPS-05 starting a sweep', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('runs in the background and says how far it is', async () => {
    await dueCase(world, testPeople.chen)
    const head = await world.as('head')
    const { taskId } = await head(runSweep, {})
    expect(await head(getSweep, { params: { taskId } })).toMatchObject({ state: 'waiting', doneCount: 0, found: null })
    await world.runJobs()
    expect(await head(getSweep, { params: { taskId } })).toEqual({
      taskId,
      state: 'done',
      doneCount: 1,
      totalCount: 1,
      found: 0,
    })
    await expectRefusal((await world.as('assessor1'))(runSweep, {}), 'request.not_permitted')
  })

  it('counts what came back as not given: whoever repaid more than was too much is owed it', async () => {
    const { recovery } = await overpaidCase(world, testPeople.lin)
    const text = 'update recovery set amount_fen = 7000, repaid_fen = 7000 where id = $1'
    await arrange(world, text, [recovery.id])
    const head = await world.as('head')
    await head(runSweep, {})
    await world.runJobs()
    const { items } = await head(listUnderpayments, { query: {} })
    expect(items).toMatchObject([{ claimNo: recovery.claimNo, owedFen: 1000 }])
  })
})

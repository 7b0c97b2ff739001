import { cancelHistoryImport, getHistoryImport, runHistoryImport } from '@anpei/contract/complaints'
import { historyRefusals } from '@anpei/domain/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gateIn, type Gate } from '../../testing/gate.ts'
import { arrange, expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { HEADINGS, rehearsed } from './history.fixture.ts'

describe('OPS-05 an import of past complaints is given up', () => {
  let world: World
  let head: Caller
  let gate: Gate
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('complainthead')
    gate = await gateIn(world)
    await gate.query(`create trigger hang after insert on complaint_history for each statement execute function hang()`)
  })
  afterAll(async () => {
    await gate.end()
    await world.close()
  })

  it('in the middle of the reading: nothing of it stays, and it is not given up twice', async () => {
    const rows = Array.from({ length: 1500 }, (_, i) => `C-${i},2024-01-05,2024-01-15,,,,,,`)
    const { id } = await rehearsed(world, head, [HEADINGS, ...rows].join('\n'))
    const params = { importId: id }
    await gate.shut()
    await head(runHistoryImport, { params })
    const reading = world.runJobs()
    await gate.somebodyWaits()
    expect(await head(cancelHistoryImport, { params })).toMatchObject({ state: 'cancelled', can: [] })
    await gate.open()
    await reading
    expect(await arrange(world, 'select count(*)::int as n from complaint_history')).toEqual([{ n: 0 }])
    expect(await head(getHistoryImport, { params })).toMatchObject({
      state: 'cancelled',
      task: { state: 'failed', fault: historyRefusals['complaint.history_cancelled'].zh },
    })
    await expectRefusal(head(cancelHistoryImport, { params }), 'lifecycle.not_possible')
  })
})

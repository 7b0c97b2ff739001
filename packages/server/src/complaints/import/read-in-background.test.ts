import { getHistoryImport, rehearseHistoryImport, runHistoryImport } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { HEADINGS, rehearsed, sentIn } from './history.fixture.ts'

describe('CMP-13, OPS-05 reading a file of past complaints', () => {
  let world: World
  let head: Caller
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('complainthead')
  })
  afterAll(() => world.close())

  it('needs its columns named, begins only after a rehearsal, and not twice', async () => {
    const { id, mapping } = await sentIn(head, `${HEADINGS}\nB-1,2024-01-05,,,,,,,`)
    const params = { importId: id }
    const rehearse = (columns: typeof mapping.columns) =>
      head(rehearseHistoryImport, { params, body: { mapping: { ...mapping, columns } } })
    await expectRefusal(head(runHistoryImport, { params }), 'lifecycle.not_possible')
    await expectRefusal(rehearse({ externalNo: ['ComplaintID'] }), 'complaint.history_columns_missing')
    const strange = { ...mapping.columns, company: ['没有的列'] }
    await expectRefusal(rehearse(strange), 'complaint.history_columns_unknown')
    await rehearse(mapping.columns)
    await expectRefusal(rehearse(mapping.columns), 'lifecycle.not_possible')
    await world.runJobs()
    expect(await head(getHistoryImport, { params })).toMatchObject({ state: 'rehearsed', newCount: 1 })
  })

  it('ends in a fault a person can read when the file breaks off, and can be sent again', async () => {
    const broken = `${HEADINGS}\n${'B-1,2024-01-05,,,,,,,\n'.repeat(20)}B-2,"2024-01-05,,,,,,,`
    const failed = await rehearsed(world, head, broken)
    expect(failed).toMatchObject({ state: 'failed', task: { state: 'failed', fault: expect.stringContaining('22') } })
  })
})

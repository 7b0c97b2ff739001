import { cancelVisit, chooseRecord, getVisit, handInVisit } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { agreed, openField, written, type Field } from './visits.fixture.ts'

describe('SRV-09 of two versions a person chooses', () => {
  let field: Field
  beforeAll(async () => {
    field = await openField()
  })
  afterAll(() => field.world.close())
  const body = (recordId: string | null) => ({ recordId, reason: '问过上门的同事' })
  /** Cancelled at the desk while the visitor sat at the table without a connection. */
  async function conflicting(half: 'am' | 'pm'): Promise<{ id: string; recordId: string }> {
    const id = await agreed(field, 'near', { day: '2026-11-24', half })
    field.world.clock.forward(1000)
    const draft = written(field.world, 2)
    await field.desk(cancelVisit, { params: { visitId: id }, body: { reason: '家属来电' } })
    const { recordId, kept } = await field.near(handInVisit, { params: { visitId: id }, body: draft }, { files: [] })
    expect(kept).toBe(true)
    return { id, recordId }
  }

  it('what was written at the door: the visit is done after all', async () => {
    const { id, recordId } = await conflicting('am')
    await expectRefusal(
      field.desk(chooseRecord, { params: { visitId: id }, body: body(field.chen) }),
      'request.not_found',
    )
    const made = await field.desk(chooseRecord, { params: { visitId: id }, body: body(recordId) })
    expect(made).toMatchObject({ state: 'done' })
    const view = await field.desk(getVisit, { params: { visitId: id } })
    expect(view.records).toMatchObject([{ id: recordId, standing: 'current' }])
    expect(view.timeline.at(-1)).toMatchObject({ title: '选定采用的记录', reason: '问过上门的同事' })
    await expectRefusal(
      field.desk(chooseRecord, { params: { visitId: id }, body: body(recordId) }),
      'visit.nothing_to_choose',
    )
  })

  it('or what stands: the other is kept to be read', async () => {
    const { id } = await conflicting('pm')
    const made = await field.desk(chooseRecord, { params: { visitId: id }, body: body(null) })
    expect(made).toMatchObject({ state: 'cancelled' })
    const view = await field.desk(getVisit, { params: { visitId: id } })
    expect(view.records).toMatchObject([{ standing: 'not_chosen' }])
  })
})

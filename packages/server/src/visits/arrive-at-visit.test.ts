import { arriveAtVisit, getVisit, getVisitFile } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal } from '../testing/index.ts'
import { agreeVisit, asked, openField, photo, setOut, type Field } from './visits.fixture.ts'

const HERE = { latitude: 23.25, longitude: 116.43, accuracyMetres: 20 }

describe('CLM-02 T13 T14 arriving at a scene', () => {
  let field: Field
  let id: string
  beforeAll(async () => {
    field = await openField()
    const made = await asked(field, { kind: 'on_site', channel: 'report' })
    ;({ id } = made)
    const at = new Date(made.dueAt ?? '').toISOString()
    const body = { visitorId: field.near.id, day: at.slice(0, 10), half: 'am', at } as const
    await field.desk(agreeVisit, { params: { visitId: id }, body })
    await field.near(setOut, { params: { visitId: id } })
    field.world.clock.forward(40 * 60_000)
  })
  afterAll(() => field.world.close())

  it('is proved by a photo or a position, by the one who was sent, not before the report', async () => {
    const arrivedAt = field.world.clock.now()
    const arrive = (caller: typeof field.desk, body: { arrivedAt: string }) =>
      caller(arriveAtVisit, { params: { visitId: id }, body }, { files: [] })
    await expectRefusal(arrive(field.near, { arrivedAt }), 'visit.arrival_unproved')
    await expectRefusal(arrive(field.far, { arrivedAt }), 'visit.not_yours')
    await expectRefusal(arrive(field.near, { arrivedAt: '2026-11-22T00:00:00.000Z' }), 'visit.time_impossible')
  })

  it('stops the promise at the minute of arrival; the position lies sealed, the photo is to be seen', async () => {
    const arrivedAt = new Date(Date.parse(field.world.clock.now()) - 300_000).toISOString()
    const made = await field.near(
      arriveAtVisit,
      { params: { visitId: id }, body: { arrivedAt, position: HERE } },
      { files: [await photo()] },
    )
    expect(made).toMatchObject({ state: 'arrived', dueAt: null })
    const [clock] = await arrange(
      field.world,
      `select state, stopped_at from clock where subject_id = $1 and clock_id = 'T13'`,
      [id],
    )
    expect(clock).toMatchObject({ state: 'met' })
    expect(new Date(String(clock?.['stopped_at'])).toISOString()).toBe(arrivedAt)
    const view = await field.desk(getVisit, { params: { visitId: id } })
    expect(view).toMatchObject({ arrivedAt, arrivalProof: ['photo', 'position'], area: 'urban', areaKnown: false })
    const [paper] = view.papers
    const file = await field.desk(getVisitFile, { params: { visitId: id, fileId: paper?.files[0]?.id ?? '' } })
    expect(file.size).toBeGreaterThan(100)
    const events = await arrange(field.world, 'select facts::text as facts from event where subject_id = $1', [id])
    expect(JSON.stringify(events)).not.toContain('116.43')
  })
})

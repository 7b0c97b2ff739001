import { agreeVisit, getVisit, listVisitChoices, putOffVisit } from '@anpei/contract/visits'
import { recordAbsence } from '@anpei/contract/identity'
import { listNotices, revealNotice } from '@anpei/contract/notifications'
import { addDays, dayOfInstant } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal } from '../testing/index.ts'
import { agreed, asked, openField, type Field } from './visits.fixture.ts'

describe('SRV-05 CLM-02 T07 T13 T14 later only after telling why before it is due', () => {
  let field: Field
  beforeAll(async () => {
    field = await openField()
  })
  afterAll(() => field.world.close())
  const later = { day: '2026-11-26', half: 'am', reason: 'weather' } as const
  const clock = async (id: string, clockId: string) =>
    (
      await arrange(
        field.world,
        'select state, due_at, by_agreement from clock where subject_id = $1 and clock_id = $2',
        [id, clockId],
      )
    )[0]

  it('told in time: the promise moves to the new time, kept by agreement, and a notice says why', async () => {
    const id = await agreed(field)
    const body = { visitorId: field.near.id, ...later }
    const made = await field.desk(putOffVisit, { params: { visitId: id }, body })
    expect(made).toMatchObject({ inTime: true, when: '11月26日上午9:00至12:00', state: 'agreed', told: 'sms' })
    expect(await clock(id, 'T07')).toMatchObject({ state: 'running', due_at: new Date('2026-11-26T04:00:00Z') })
    const { items } = await field.lead(listNotices, { query: {} })
    const notice = items.find((one) => one.template === 'visit_put_off')
    const { text } = await field.desk(revealNotice, {
      params: { noticeId: notice?.id ?? '' },
      body: { reason: '核对通知' },
    })
    expect(text).toContain('原因：天气原因')
  })

  it('told too late: it is still told, and the promise stays broken', async () => {
    const id = await agreed(field, 'far')
    field.world.clock.forward(49 * 3_600_000)
    const body = { visitorId: field.far.id, ...later, day: '2026-11-27' }
    expect(await field.desk(putOffVisit, { params: { visitId: id }, body })).toMatchObject({ inTime: false })
    expect(await clock(id, 'T07')).toMatchObject({ due_at: new Date('2026-11-25T01:00:00Z') })
  })

  it('to the scene: half an hour more, told on the way', async () => {
    const { id, dueAt } = await asked(field, { kind: 'on_site', channel: 'report' })
    const at = new Date(dueAt ?? '').toISOString()
    const day = at.slice(0, 10)
    await field.desk(agreeVisit, { params: { visitId: id }, body: { visitorId: field.near.id, day, half: 'am', at } })
    const late = new Date(Date.parse(at) + 1_800_000).toISOString()
    const body = { visitorId: field.near.id, day, half: 'am', at: late, reason: 'traffic' } as const
    expect(await field.desk(putOffVisit, { params: { visitId: id }, body })).toMatchObject({ inTime: true })
    expect(await clock(id, 'T13')).toMatchObject({ due_at: new Date(late) })
  })

  it('to the scene, when the promise is broken: still somebody to choose, for the day it is put off to', async () => {
    const { id, dueAt } = await asked(field, { kind: 'on_site', channel: 'report' })
    field.world.clock.forward(3 * 3_600_000)
    const tomorrow = addDays(dayOfInstant(field.world.clock.now()), 1)
    const [desk, pm] = [await field.world.as('service1'), await field.world.as('pm')]
    const choices = async (day?: string) => {
      const { visitors } = await desk(listVisitChoices, { params: { visitId: id }, query: day ? { day } : {} })
      return visitors.find((one) => one.visitorId === field.far.id)?.free
    }
    expect(Date.parse(dueAt ?? '')).toBeLessThan(Date.parse(field.world.clock.now()))
    expect([await choices(), await choices(tomorrow)]).toEqual([true, true])
    const body = { userId: field.far.id, fromOn: tomorrow, toOn: tomorrow, reason: '事假' }
    await pm(recordAbsence, { body })
    expect([await choices(), await choices(tomorrow)]).toEqual([true, false])
  })

  it('a first time may be put off too, and refuses what is no reason and what is not later', async () => {
    const { id } = await asked(field)
    const put = (change: object) =>
      field.desk(putOffVisit, {
        params: { visitId: id },
        body: { visitorId: field.near.id, ...later, day: '2026-11-30', ...change },
      })
    await expectRefusal(put({ reason: 'other' }), 'visit.reason_missing')
    expect(await put({ reason: 'other', note: '村里办喜事' })).toMatchObject({ inTime: true })
    await expectRefusal(put({ day: '2026-11-27', half: 'pm' }), 'visit.not_later')
    const { timeline } = await field.desk(getVisit, { params: { visitId: id } })
    expect(timeline.map((entry) => entry.title)).toEqual([
      expect.stringMatching(/^提出/),
      '约定上门时间',
      '提前告知改期上门',
    ])
  })
})

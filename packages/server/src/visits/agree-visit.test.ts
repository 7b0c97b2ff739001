import {
  agreeVisit,
  cancelVisit,
  getVisit,
  getVisitorCalendar,
  listVisitChoices,
  listVisitors,
  listVisits,
} from '@anpei/contract/visits'
import type { Answer } from '@anpei/contract/kernel'
import { endCertificate, viewStaff, recordAbsence, recordCertificate } from '@anpei/contract/identity'
import { handOverNotice, listNotices } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, fallAsleep, testPeople } from '../testing/index.ts'
import { asked, openField, TUESDAY_MORNING, type Field } from './visits.fixture.ts'

describe('SRV-05 SRV-09 T06 T07 agreeing a time', () => {
  let field: Field
  beforeAll(async () => {
    field = await openField()
  })
  afterAll(() => field.world.close())

  it('proposes the nearest free, tells the customer who comes and when, and runs the promise to come', async () => {
    const { id } = await asked(field, { wishes: [TUESDAY_MORNING] })
    const choices = await field.desk(listVisitChoices, { params: { visitId: id } })
    expect(choices.day).toBe('2026-11-24')
    expect(choices.visitors).toMatchObject([
      { name: '蔡晓东', nearness: '本村居', free: true, coverWarnings: [] },
      { name: '黄晓敏', nearness: '其他', free: true, coverWarnings: ['no_cover', 'safety_unread'] },
    ])
    const made = await field.desk(agreeVisit, {
      params: { visitId: id },
      body: { visitorId: field.near.id, ...TUESDAY_MORNING },
    })
    expect(made).toMatchObject({
      state: 'agreed',
      revision: 2,
      when: '11月24日上午9:00至12:00',
      told: 'sms',
      dueAt: '2026-11-25T01:00:00Z',
    })
    const view = await field.desk(getVisit, { params: { visitId: id } })
    expect(view).toMatchObject({
      name: testPeople.chen.name,
      eligibleBy: ['age'],
      // CUS-04: how to talk with an elder goes along to the door.
      careHints: [expect.stringContaining('慢慢说')],
      visitorName: '蔡晓东',
      timeline: [{ title: expect.stringMatching(/^提出上门服务/) }, { title: '约定上门时间', by: '李燕玲' }],
      can: ['agree', 'putOff', 'cancel', 'reveal'],
    })
    const { items } = await field.lead(listNotices, { query: {} })
    expect(items).toMatchObject([{ template: 'visit_agreed' }])
    const calendar = await field.desk(getVisitorCalendar, { query: { from: '2026-11-23', days: '2' } })
    const row = calendar.visitors.find((one) => one.staffId === field.near.id)
    expect(row?.cells.find((cell) => cell.day === '2026-11-24' && cell.half === 'am')?.visits).toMatchObject([{ id }])
  })

  it('says in words what became of the notices, too', async () => {
    const { id } = await asked(field)
    await field.desk(agreeVisit, { params: { visitId: id }, body: { visitorId: field.far.id, ...TUESDAY_MORNING } })
    const { items } = await field.lead(listNotices, { query: {} })
    await field.desk(handOverNotice, { params: { noticeId: items[0]?.id ?? '' } })
    await field.world.runJobs()
    const { timeline } = await field.desk(getVisit, { params: { visitId: id } })
    expect(timeline.at(-1)?.title).toBe('系统渠道没有联系上，转人工告知')
  })

  it('of two who book the last place at once, one is told plainly that it is taken', async () => {
    const visits = await Promise.all([1, 2].map(() => asked(field)))
    const body = { visitorId: field.near.id, day: '2026-11-24', half: 'pm' } as const
    const outcomes = await Promise.allSettled(
      visits.map(({ id }) => field.desk(agreeVisit, { params: { visitId: id }, body })),
    )
    expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = outcomes.find((one) => one.status === 'rejected')
    await expectRefusal(Promise.reject(lost?.reason), 'visit.visitor_full')
    expect(field.world.faults).toEqual([])
  })

  it('sends nobody to a door nobody knows: the address is asked for and kept', async () => {
    const named = await asked(field, { personId: null, name: '陈三', phone: '13900000003' })
    const body = { visitorId: field.far.id, day: '2026-11-24', half: 'pm' } as const
    const agree = (address: string) =>
      field.desk(agreeVisit, { params: { visitId: named.id }, body: { ...body, address } })
    await expectRefusal(agree(''), 'visit.address_missing')
    await agree('祠堂前巷3号')
    expect((await field.desk(getVisit, { params: { visitId: named.id } })).address).toBe('祠堂前巷3号')
    const known = await asked(field)
    expect((await field.desk(getVisit, { params: { visitId: known.id } })).address).toBe('广东省汕头市潮南区')
  })

  it('refuses leave, closed days, what is over, who does not go out, and later than promised', async () => {
    const { id } = await asked(field)
    const agree = (change: object) =>
      field.desk(agreeVisit, {
        params: { visitId: id },
        body: { visitorId: field.far.id, ...TUESDAY_MORNING, ...change },
      })
    await expectRefusal(agree({ visitorId: field.chen }), 'visit.visitor_unknown')
    await expectRefusal(agree({ day: '2026-11-22', half: 'am' }), 'visit.visitor_off')
    await expectRefusal(agree({ day: '2026-11-20' }), 'visit.slot_past')
    await expectRefusal(agree({ day: '2026-11-25', half: 'pm' }), 'visit.later_needs_reason')
    await (await field.world.as('pm'))(recordAbsence, {
      body: { userId: field.far.id, fromOn: '2026-11-24', toOn: '2026-11-24', reason: '事假' },
    })
    await expectRefusal(agree({}), 'visit.visitor_absent')
  })

  it('books an hour for a video, and lists by kind and page', async () => {
    const { id } = await asked(field, { kind: 'video' })
    const book = (at: string | null) =>
      field.desk(agreeVisit, { params: { visitId: id }, body: { visitorId: field.near.id, ...TUESDAY_MORNING, at } })
    await expectRefusal(book(null), 'visit.hour_missing')
    expect(await book('2026-11-24T01:30:00.000Z')).toMatchObject({ when: '11月24日上午9:30', dueAt: null })
    const page = await field.desk(listVisits, { query: { kind: 'video' } })
    expect(page).toMatchObject({ total: 1, items: [{ id, kind: 'video' }] })
    const first = await field.desk(listVisits, { query: { limit: 2 } })
    const second = await field.desk(listVisits, { query: { limit: 2, cursor: first.nextCursor ?? '' } })
    expect(second.items[0]?.id).not.toBe(first.items[1]?.id)
    await expectRefusal(field.desk(listVisits, { query: { cursor: 'x' } }), 'request.malformed')
  })

  it('SRV-09 lists what breaks first, by the promise or the hour agreed; what has ended last; each once', async () => {
    const ended = await asked(field)
    await field.desk(cancelVisit, { params: { visitId: ended.id }, body: { reason: '客户说不用来了' } })
    field.world.clock.forward(60_000)
    const later = await asked(field)
    const all = (await field.desk(listVisits, { query: { limit: 50 } })).items
    // Of those without a promise one is agreed: the video, by its hour.
    const breaks = all.map((one) => one.dueAt ?? (one.state === 'agreed' ? '2026-11-24T01:30:00.000Z' : '9'))
    expect(breaks).toEqual(breaks.toSorted())
    expect(new Set(breaks).size).toBeGreaterThan(2)
    expect(all.at(-1)?.id).toBe(ended.id)
    const newest = await field.desk(listVisits, { query: { sort: 'newest' } })
    expect(newest.items[0]?.id).toBe(later.id)
    const paged: string[] = []
    let cursor: string | null = null
    do {
      const { items, nextCursor }: Answer<typeof listVisits> = await field.desk(listVisits, {
        query: { limit: 1, ...(cursor ? { cursor } : {}) },
      })
      paged.push(...items.map((one) => one.id))
      cursor = nextCursor
    } while (cursor)
    expect(paged).toEqual(all.map((one) => one.id))
  })

  it('ORG-06 nobody is sent on a day behind the end of the certificate the post demands', async () => {
    const { id } = await asked(field, { kind: 'video' })
    const until = { kind: 'pre_job', number: 'P-2', issuer: '培训部', issuedOn: '2026-01-05', validTo: '2026-11-24' }
    const admin = await field.world.as('admin')
    await admin(recordCertificate, { params: { id: field.near.id }, body: until })
    await fallAsleep(field.world, 'liaison')
    const book = (at: string) =>
      field.desk(agreeVisit, { params: { visitId: id }, body: { visitorId: field.near.id, ...TUESDAY_MORNING, at } })
    await expectRefusal(book('2026-11-25T07:00:00.000Z'), 'identity.certificate_missing')
    const { visitors } = await field.desk(getVisitorCalendar, { query: { from: '2026-11-24', days: '2' } })
    const row = visitors.find((one) => one.staffId === field.near.id)
    expect(row?.cells.map((cell) => cell.standing)).toEqual(['open', 'open', 'uncertified', 'uncertified'])
    const then = await field.desk(listVisitChoices, { params: { visitId: id }, query: { day: '2026-11-25' } })
    expect(then.visitors.map((one) => one.name)).not.toContain('蔡晓东')
    expect(await book('2026-11-24T07:00:00.000Z')).toMatchObject({ state: 'agreed' })
  })

  it('ORG-06 says so where only a certificate is missing', async () => {
    const { id } = await asked(field)
    const admin = await field.world.as('admin')
    const { held } = await admin(viewStaff, { params: { id: field.near.id } })
    const params = { id: field.near.id, certificateId: held[0]?.id ?? '' }
    await admin(endCertificate, { params, body: { reason: '撤销' } })
    const out = (await field.desk(listVisitors, {})).items
    expect(out.find((one) => one.staffId === field.near.id)?.certified).toBe(false)
    expect(out.find((one) => one.staffId === field.far.id)?.certified).toBe(true)
    const body = { visitorId: field.near.id, ...TUESDAY_MORNING }
    await expectRefusal(field.desk(agreeVisit, { params: { visitId: id }, body }), 'identity.certificate_missing')
  })

  it('ORG-06 ORG-07: shows what was agreed with somebody who may not work then, so that others are sent', async () => {
    const { items } = await field.desk(listVisits, { query: { away: 'yes' } })
    expect(items.length).toBeGreaterThan(0)
    for (const item of items) expect(item).toMatchObject({ visitorAway: true, state: 'agreed', slotOn: '2026-11-24' })
    const all = (await field.desk(listVisits, { query: { state: 'requested' } })).items
    expect(all.some((item) => item.visitorAway)).toBe(false)
  })
})

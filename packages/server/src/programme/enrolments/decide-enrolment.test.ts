import {
  checkEnrolment,
  decideEnrolment,
  getEnrolment,
  getPersonCover,
  listEnrolments,
} from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { checked, received } from './enrolments.fixture.ts'
import { openWorld } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const elder = { name: '黄婆', birthOn: '1952-03-04', order: 616, phone: '13800004321' }
const accept = { act: 'accept' } as const

describe('PRG-07 T41 deciding an enrolment', () => {
  it('PRG-04 yes: on the roster, covered from the 1st of the next month; a second form is refused', async () => {
    const one = await checked(world, elder, '2026-11-05')
    const head = await world.as('head')
    const params = { enrolmentId: one.id }
    // In two windows at the same moment: it is decided once.
    const pressed = [1, 2].map(() => head(decideEnrolment, { params, body: accept }))
    const done = await Promise.any(pressed)
    expect((await Promise.allSettled(pressed)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(done).toMatchObject({ state: 'accepted', coverFrom: '2026-12-01', tell: 'notice', findings: [] })
    const { programmes } = await head(getPersonCover, { params: { personId: done.personId ?? '' } })
    expect(programmes).toMatchObject([{ covers: [{ fromOn: '2026-12-01', toOn: null }] }])
    await expectRefusal(head(decideEnrolment, { params, body: accept }), 'lifecycle.not_possible')
    const again = await checked(world, elder, null)
    expect(again).toMatchObject({ advice: 'decline', findings: [{ code: 'covered' }, { code: 'applied_before' }] })
    await expectRefusal(
      head(decideEnrolment, { params: { enrolmentId: again.id }, body: accept }),
      'programme.enrolment_not_eligible',
    )
  })

  it('ORG-05 not by the one who looked at the registration', async () => {
    const one = await received(world, { name: '吴伯', birthOn: '1949-03-04', order: 617 })
    const head = await world.as('head')
    const params = { enrolmentId: one.id }
    await expectRefusal(head(decideEnrolment, { params, body: accept }), 'lifecycle.not_possible')
    const body = { villageCode: '440514001001', residentSince: null, evidence: '户口簿' }
    expect((await head(checkEnrolment, { params, body })).can).not.toContain('accept')
    await expectRefusal(head(decideEnrolment, { params, body: accept }), 'programme.not_by_the_maker')
  })

  it('no, with the reason; without a telephone it stays open until a person has told it', async () => {
    const one = await received(world, { name: '马伯', birthOn: '1970-03-04', order: 619 })
    expect(one.findings.map(({ code }) => code)).toEqual(['too_young', 'not_listed'])
    const head = await world.as('head')
    const params = { enrolmentId: one.id }
    const declined = await head(decideEnrolment, { params, body: { act: 'decline', reason: 'too_young' } })
    expect(declined).toMatchObject({ state: 'declined', declineReason: '还没有满规定的年龄', can: ['tell'] })
    expect(declined.dueAt).not.toBeNull()
    const { items } = await head(listEnrolments, { query: { state: 'declined' } })
    expect(items.map(({ id }) => id)).toEqual([one.id])
    expect((await head(getEnrolment, { params })).timeline.map(({ title }) => title)).toContain('不同意参保')
  })
})

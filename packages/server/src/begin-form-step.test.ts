import { decideFormStep, fillForm } from '@anpei/contract/customers'
import { getClaim } from '@anpei/contract/claims'
import { listRequests } from '@anpei/contract/service-desk'
import { listVisits } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, opened, openWorld, testPeople, type World } from './testing/index.ts'

describe('CUS-03 SRV-09 what a form proposes is asked for', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('an accepted home visit, once; what is declined, or is none, asks for nothing', async () => {
    const desk = await world.as('service1')
    const [person] = await arrange(world, 'select id from person where name = $1', [testPeople.wu.name])
    const personId = String(person?.id)
    const answers = { understanding: 'clear', familiarity: 'none', clarity: 'beyond', mobility: 'no' }
    const params = { personId, form: 'information_assessment' } as const
    const decide = async (decision: 'accepted' | 'declined') => {
      const { id } = await desk(fillForm, { params, body: { version: 1, answers } })
      const body = { decision, reason: '与客户说好了' }
      await desk(decideFormStep, { params: { filledId: id, step: 'home_visit' }, body })
      await desk(decideFormStep, { params: { filledId: id, step: 'specialist' }, body })
      await world.runJobs()
      return (await desk(listVisits, { query: { personId } })).items
    }
    expect(await decide('declined')).toEqual([])
    const [visit, ...more] = await decide('accepted')
    expect(more).toEqual([])
    expect(visit).toMatchObject({ kind: 'home', state: 'requested', purpose: 'explain' })
    // T06: the time is agreed within 24 hours of the acceptance.
    expect(Date.parse(visit?.dueAt ?? '') - Date.parse(world.clock.now())).toBe(24 * 3_600_000)
  })

  it('a talk with a specialist: a request of the desk; with an open claim a task of its owner', async () => {
    const desk = await world.as('service1')
    const [person] = await arrange(world, 'select id from person where name = $1', [testPeople.lin.name])
    const personId = String(person?.id)
    const answers = { understanding: 'clear', familiarity: 'known', clarity: 'beyond', mobility: 'yes' }
    const accept = async () => {
      const params = { personId, form: 'information_assessment' } as const
      const { id } = await desk(fillForm, { params, body: { version: 1, answers } })
      const step = { filledId: id, step: 'specialist' } as const
      await desk(decideFormStep, { params: step, body: { decision: 'accepted', reason: '' } })
      await world.runJobs()
      return (await desk(listRequests, { query: { personId } })).items
    }
    const [asked, ...none] = await accept()
    expect(none).toEqual([])
    expect(asked).toMatchObject({ subject: '转专员当面说明', state: 'received', unanswered: true })
    // SRV-01: its promise runs from the acceptance, a day.
    expect(Date.parse(asked?.dueAt ?? '') - Date.parse(world.clock.now())).toBe(24 * 3_600_000)
    const claimId = await opened(desk, testPeople.lin)
    expect(await accept()).toHaveLength(1)
    const claim = await (await world.as('assessor1'))(getClaim, { params: { claimId } })
    expect(claim.tasks).toMatchObject([
      { title: '信息评估后转专员：期望超出条款，请理赔专员当面说明。', state: 'open' },
    ])
  })
})

import { decideFormStep, fillForm } from '@anpei/contract/customers'
import { listVisits } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, openWorld, testPeople, type World } from './testing/index.ts'

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
})

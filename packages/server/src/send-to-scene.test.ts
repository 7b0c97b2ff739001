import { getVisit, listVisits, saveVisitor } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, report, staffId, testPeople, type Caller, type World } from './testing/index.ts'

/** As a claim's page asks: by the claim and by its report. */
const NO_CLAIM = '00000000-0000-4000-8000-000000000000'

describe('CLM-02 T13 somebody goes to the scene of a report', () => {
  let world: World
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    desk = await world.as('service1')
    const lead = await world.as('head')
    for (const [login, baseVillage] of [
      ['liaison1', '440514001001'],
      ['assessor1', '440514105001'],
    ] as const) {
      const params = { staffId: await staffId(world, login) }
      await lead(saveVisitor, { params, body: { baseVillage, calendarId: 'desk', halfDayCapacity: 2 } })
    }
  })
  afterAll(() => world.close())
  const visitOf = async (subjectId: string) =>
    (await desk(listVisits, { query: { subjectId: `${subjectId},${NO_CLAIM}` } })).items

  it('when it is asked for: the nearest free one is sent, the promise runs from the receipt', async () => {
    const receivedAt = new Date(Date.parse(world.clock.now()) - 600_000).toISOString()
    const made = await report(desk, testPeople.chen, { placeText: '峡山市场门口' }, { sceneAsked: true, receivedAt })
    await world.runJobs()
    const [visit] = await visitOf(made.id)
    expect(visit).toMatchObject({ kind: 'on_site', state: 'agreed', visitorName: '蔡晓东', purpose: 'survey' })
    expect(Date.parse(visit?.dueAt ?? '') - Date.parse(receivedAt)).toBe(3_600_000)
    const view = await desk(getVisit, { params: { visitId: visit?.id ?? '' } })
    expect(view).toMatchObject({ address: '峡山市场门口', why: '报案人要求到现场', areaKnown: false })
  })

  it('by rule, after a death on the spot; the next one goes when the nearest is at a scene', async () => {
    const died = { kinds: ['death' as const], accidentOn: '2026-11-23', diedOn: '2026-11-23' }
    const made = await report(desk, testPeople.lin, died)
    await world.runJobs()
    expect(await visitOf(made.id)).toMatchObject([{ state: 'agreed', visitorName: '黄晓敏' }])
    const third = await report(desk, testPeople.zheng, died)
    await world.runJobs()
    expect(await visitOf(third.id)).toMatchObject([{ state: 'requested', visitorName: null }])
  })

  it('not for what can be seen in papers', async () => {
    const made = await report(desk, testPeople.wu)
    await world.runJobs()
    expect(await visitOf(made.id)).toEqual([])
  })
})

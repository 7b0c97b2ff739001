import { completeFile, getClaim, getLetterText, tellDelay } from '@anpei/contract/claims'
import { listPromiseCases, promiseLedger } from '@anpei/contract/reporting'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { hand, HOSPITAL_CODES, judge, openClaim } from '../papers/papers.fixture.ts'

describe('CLM-06 CLK-05 a delay is told before it is due', () => {
  let world: World
  let service: Caller
  let assessor: Caller
  let head: Caller
  let claimId = ''
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    assessor = await world.as('assessor1')
    head = await world.as('head')
    claimId = await openClaim(service, testPeople.wu)
  })
  afterAll(() => world.close())
  const tell = (newDueOn: string) =>
    head(tellDelay, { params: { claimId }, body: { reason: '医院还没有回复病历', newDueOn } })

  it('refuses while nothing is due', async () => {
    await expectRefusal(tell('2026-12-10'), 'delay.nothing_due')
  })

  it('names old and new day, within the limit of law', async () => {
    await hand(service, claimId, HOSPITAL_CODES)
    await service(completeFile, { params: { claimId } })
    // Monday 23 November + 3 working days; the law leaves 30 natural days.
    await expectRefusal(tell('2026-11-26'), 'delay.not_later')
    const problem = await expectRefusal(tell('2027-01-20'), 'delay.beyond_law')
    expect(problem.facts).toMatchObject({ statutoryDueOn: '2026-12-23' })
    await tell('2026-12-04')
    const { letters, clocks } = await assessor(getClaim, { params: { claimId } })
    expect(letters).toMatchObject([{ kind: 'delay_notice' }])
    const { text } = await assessor(getLetterText, { params: { letterId: letters[0]?.id ?? '' } })
    expect(text).toContain('原来说好在2026年11月26日答复您，现在要推迟到2026年12月4日')
    const review = clocks.find(({ clockId }) => clockId === 'T15')
    expect(review).toMatchObject({
      promisedDueAt: '2026-11-26T16:00:00.000Z',
      dueAt: '2026-12-04T16:00:00.000Z',
      stoppedAt: null,
    })
  })

  it('done after the first day and by the one told, it is kept by agreement and counted apart', async () => {
    const other = await openClaim(service, testPeople.chen)
    await hand(service, other, HOSPITAL_CODES)
    await service(completeFile, { params: { claimId: other } })
    const body = { reason: '医院还没有回复病历', newDueOn: '2026-12-04' }
    await head(tellDelay, { params: { claimId: other }, body })
    world.clock.forward(7 * 86_400_000)
    head = await world.as('head')
    await judge(await world.as('assessor1'), other, 'accepted', HOSPITAL_CODES, true)
    const { promises } = await head(promiseLedger, { query: {} })
    expect(promises.find(({ clockId }) => clockId === 'T15')).toMatchObject({
      total: { kept: 0, keptByAgreement: 1, broken: 0, running: 1 },
      keptBps: null,
    })
    const apart = { params: { clockId: 'T15' }, query: { outcome: 'keptByAgreement' as const } }
    const { items } = await head(listPromiseCases, apart)
    expect(items).toMatchObject([
      { subjectId: other, promisedDueAt: '2026-11-26T16:00:00.000Z', dueAt: '2026-12-04T16:00:00.000Z' },
    ])
  })

  it('is too late once the day is over', async () => {
    world.clock.forward(12 * 86_400_000)
    head = await world.as('head')
    await expectRefusal(tell('2026-12-10'), 'delay.too_late')
  })
})

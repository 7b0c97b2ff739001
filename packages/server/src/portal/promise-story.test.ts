/** One promise seen from both sides: what the staff are warned of and what the family reads, day by day. */
import { askExtension, decideExtension, getClaimTimeline, listExtensions, takeClaim } from '@anpei/contract/claims'
import { listNotices } from '@anpei/contract/notifications'
import { portalClaim, portalLetterText } from '@anpei/contract/portal'
import { listAlarms, listWhatBreaksNext } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimDirectory } from '../claims/index.ts'
import { announceDue } from '../sla/index.ts'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { familyOf, fileCase, judgeCase, openFamilyCase } from './families.fixture.ts'

describe('CLK-04 CLM-06 CLM-14 a promise passes 50, 80 and 100 %, told alike on both sides', () => {
  let world: World
  let claimId = ''
  let family: Caller
  /** The morning after each night: the sweep and the jobs have run, everybody signs in anew. */
  const goTo = async (at: string) => {
    world.clock.set(at)
    await announceDue(world.app, 1, claimDirectory)
    await world.runJobs()
    family = await familyOf(world, testPeople.chen.phone)
  }
  const board = async () => {
    const { items } = await (await world.as('head'))(listWhatBreaksNext, { query: { show: 'all' } })
    const row = items.find((one) => one.id === claimId)
    const clock = row?.clocks.find((one) => one.clockId === 'T15')
    return { late: row?.late, percent: clock?.announcedPercent, dueAt: clock?.dueAt }
  }
  const page = () => family(portalClaim, { params: { claimId } })
  const warned = async (login: string) =>
    (await (await world.as(login))(listAlarms, { query: { unseen: 'true' } })).items
      .filter((one) => one.subjectId === claimId && one.clockId === 'T15' && one.cause === 'threshold')
      .map((one) => one.percent)

  beforeAll(async () => {
    world = await openWorld()
    const opened = await openFamilyCase(world)
    claimId = opened.claimId
    family = opened.own
    await (await world.as('assessor1'))(takeClaim, { params: { claimId } })
    // Monday 23 November: reviewed by Thursday 26 November, 24:00.
    await fileCase(opened.service, claimId)
  })
  afterAll(() => world.close())

  it('before half of it is used nobody is warned, and the family reads the promised day', async () => {
    expect(await board()).toEqual({ late: false, percent: 0, dueAt: '2026-11-26T16:00:00.000Z' })
    expect(await page()).toMatchObject({ next: 'we_review', expected: { on: '2026-11-26', putOffFrom: null } })
  })

  it('at 50 % the handler is warned, at 80 % the superior too; the family reads the same day still', async () => {
    await goTo('2026-11-25T07:00:00.000Z')
    expect((await board()).percent).toBe(50)
    expect([await warned('assessor1'), await warned('head')]).toEqual([[50], []])
    await goTo('2026-11-26T06:00:00.000Z')
    expect((await board()).percent).toBe(80)
    expect([await warned('assessor1'), await warned('head')]).toEqual([[80, 50], [80]])
    expect((await page()).expected?.on).toBe('2026-11-26')
  })

  it('asked for in time and granted by a superior, the later day stands on both sides, with its reason', async () => {
    const assessor = await world.as('assessor1')
    const body = { reason: '等医院回复病历', newDueOn: '2026-12-01' }
    const asked = await assessor(askExtension, { params: { claimId }, body })
    expect((await page()).expected).toMatchObject({ on: '2026-11-26', putOffFrom: null })
    const grant = { params: { extensionId: asked.id }, body: { grant: true, answer: '' } }
    await expectRefusal(assessor(decideExtension, grant), 'request.not_permitted')
    const head = await world.as('head')
    await head(decideExtension, grant)
    await world.runJobs()
    expect(await board()).toMatchObject({ late: false, dueAt: '2026-12-01T16:00:00.000Z' })
    const told = await page()
    expect(told.expected).toMatchObject({ on: '2026-12-01', putOffFrom: '2026-11-26' })
    expect(told.sentence).toContain('2026年12月1日')
    const letter = told.letters.find((one) => one.kind === 'delay_notice')
    const { text } = await family(portalLetterText, { params: { letterId: letter?.id ?? '' } })
    for (const said of ['等医院回复病历', '2026年11月26日', '2026年12月1日']) expect(text).toContain(said)
    const { items } = await head(listNotices, { query: { subjectId: claimId, limit: 100 } })
    expect(items.find((one) => one.template === 'delay')?.text).toContain('2026年12月1日')
    const { entries } = await head(getClaimTimeline, { params: { claimId } })
    expect(entries.find((one) => one.name === 'claim.delay_told')?.detail).toBe('新的日期 2026-12-01')
    const [shown] = (await head(listExtensions, { params: { claimId } })).items
    expect(shown).toMatchObject({ state: 'granted', dueOn: '2026-11-26', newDueOn: '2026-12-01' })
  })

  it('past the first day and before the new one nobody calls it late', async () => {
    await goTo('2026-11-27T02:00:00.000Z')
    expect((await board()).late).toBe(false)
    expect(await warned('head')).toEqual([80])
    expect((await page()).sentence).not.toContain('晚')
  })

  it('past the new day it is late on both sides, and the head of the house is told', async () => {
    await goTo('2026-12-02T02:00:00.000Z')
    expect(await board()).toMatchObject({ late: true, percent: 100 })
    expect(await warned('pm')).toEqual([100])
    const told = await page()
    expect(told.sentence).toContain('比预计的晚了')
    expect(told.expected).toMatchObject({ on: '2026-12-01', putOffFrom: '2026-11-26' })
    const head = await world.as('head')
    const late = { reason: '仍在等', newDueOn: '2026-12-10' }
    await expectRefusal(head(askExtension, { params: { claimId }, body: late }), 'delay.too_late')
  })

  it('done at last, both sides go on to the next step', async () => {
    await judgeCase(world, claimId)
    expect((await board()).percent).toBeUndefined()
    const told = await page()
    expect(told).toMatchObject({ next: 'we_decide', expected: { putOffFrom: null } })
    expect(told.expected?.on).not.toBe('2026-12-01')
  })
})

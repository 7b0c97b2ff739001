import { askExtension, completeFile, decideExtension, getClaim, listExtensions } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announceDue } from '../../sla/index.ts'
import { arrange, expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { claimDirectory } from '../clock-directory.ts'
import { hand, HOSPITAL_CODES, openClaim } from '../papers/papers.fixture.ts'

describe('CLM-06 CLK-01 a later time is asked for before due, granted by a superior, told', () => {
  let world: World
  let assessor: Caller
  let head: Caller
  let claimId = ''
  const ask = (newDueOn: string, by: Caller = assessor) =>
    by(askExtension, { params: { claimId }, body: { reason: '等医院回复病历', newDueOn } })
  const decide = (extensionId: string, grant: boolean, by: Caller = head) =>
    by(decideExtension, { params: { extensionId }, body: { grant, answer: grant ? '' : '先催医院' } })
  const review = async () =>
    (await assessor(getClaim, { params: { claimId } })).clocks.find((one) => one.clockId === 'T15')

  beforeAll(async () => {
    world = await openWorld()
    const service = await world.as('service1')
    ;[assessor, head] = [await world.as('assessor1'), await world.as('head')]
    claimId = await openClaim(service, testPeople.wu)
    await hand(service, claimId, HOSPITAL_CODES)
    // Monday 23 November: due Thursday 26 November 24:00.
    await service(completeFile, { params: { claimId } })
  })
  afterAll(() => world.close())

  it('waits until somebody decides', async () => {
    await ask('2026-12-01')
    expect((await review())?.dueAt).toBe('2026-11-26T16:00:00.000Z')
  })

  it('is refused with a word, and can be asked again', async () => {
    const [waiting] = (await head(listExtensions, { params: { claimId } })).items
    expect(waiting?.can).toContain('grant')
    await decide(waiting?.id ?? '', false)
    await expectRefusal(decide(waiting?.id ?? '', true), 'lifecycle.not_possible')
    const [after] = (await assessor(listExtensions, { params: { claimId } })).items
    expect(after).toMatchObject({ state: 'refused', answer: '先催医院', reason: '等医院回复病历' })
  })

  it('is not granted by who asked', async () => {
    const own = await ask('2026-12-01', head)
    await expectRefusal(decide(own.id, true), 'extension.own')
    await decide(own.id, false, await world.as('pm'))
  })

  it('moves the promise, tells the customer, and warns again by the new time only', async () => {
    world.clock.set('2026-11-26T02:00:00.000Z')
    ;[assessor, head] = [await world.as('assessor1'), await world.as('head')]
    await announceDue(world.app, 1, claimDirectory)
    const asked = await ask('2026-12-01')
    await decide(asked.id, true)
    expect(await review()).toMatchObject({ state: 'running', dueAt: '2026-12-01T16:00:00.000Z' })
    const { letters } = await assessor(getClaim, { params: { claimId } })
    expect(letters).toMatchObject([{ kind: 'delay_notice' }])
    await world.runJobs()
    const notices = await arrange(world, `select template from notice where subject_id = $1 and template = 'delay'`, [
      claimId,
    ])
    expect(notices).toHaveLength(1)
    world.clock.set('2026-11-30T02:00:00.000Z')
    await announceDue(world.app, 1, claimDirectory)
    const broken = await arrange(
      world,
      `select from clock_announcement where subject_id = $1 and clock_id = 'T15' and percent >= 100`,
      [claimId],
    )
    expect(broken).toHaveLength(0)
  })

  it('is refused once the time is over', async () => {
    world.clock.set('2026-12-02T02:00:00.000Z')
    ;[assessor, head] = [await world.as('assessor1'), await world.as('head')]
    await expectRefusal(ask('2026-12-10'), 'delay.too_late')
    await announceDue(world.app, 1, claimDirectory)
    const broken = await arrange(
      world,
      `select percent from clock_announcement where subject_id = $1 and clock_id = 'T15' and fired order by percent`,
      [claimId],
    )
    expect(broken.map((one) => one['percent'])).toContain(100)
  })
})

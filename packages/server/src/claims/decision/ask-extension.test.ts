import { askExtension, completeFile, getClaim, tellDelay } from '@anpei/contract/claims'
import { listAlarms } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { hand, HOSPITAL_CODES, openClaim } from '../papers/papers.fixture.ts'

describe('CLM-06 a later time is asked for before the promised one is over', () => {
  let world: World
  let assessor: Caller
  let head: Caller
  let claimId = ''
  const ask = (newDueOn: string, by: Caller = assessor) =>
    by(askExtension, { params: { claimId }, body: { reason: '等医院回复病历', newDueOn } })
  const review = async () =>
    (await assessor(getClaim, { params: { claimId } })).clocks.find((one) => one.clockId === 'T15')

  beforeAll(async () => {
    world = await openWorld()
    const service = await world.as('service1')
    ;[assessor, head] = [await world.as('assessor1'), await world.as('head')]
    claimId = await openClaim(service, testPeople.wu)
    await expectRefusal(ask('2026-12-10'), 'delay.nothing_due')
    await hand(service, claimId, HOSPITAL_CODES)
    // Monday 23 November: due Thursday 26 November 24:00.
    await service(completeFile, { params: { claimId } })
  })
  afterAll(() => world.close())

  it('lets nobody below a superior tell a later time', async () => {
    await expectRefusal(
      assessor(tellDelay, { params: { claimId }, body: { reason: '医院没有回复', newDueOn: '2026-12-01' } }),
      'extension.needs_superior',
    )
  })

  it('refuses a time that is no later, or later than the law allows', async () => {
    await expectRefusal(ask('2026-11-26'), 'delay.not_later')
    await expectRefusal(ask('2027-02-01'), 'delay.beyond_law')
  })

  it('reaches the superior at once, once, and waits', async () => {
    const asked = await ask('2026-12-01')
    expect(asked).toMatchObject({ state: 'waiting', dueOn: '2026-11-26', newDueOn: '2026-12-01', can: [] })
    await expectRefusal(ask('2026-12-02'), 'extension.waiting')
    const { items } = await head(listAlarms, { query: { unseen: 'true' } })
    expect(items.filter((one) => one.cause === 'extension' && one.subjectId === claimId)).toHaveLength(1)
    expect((await review())?.dueAt).toBe('2026-11-26T16:00:00.000Z')
  })
})

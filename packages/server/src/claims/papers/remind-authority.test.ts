import { askAuthority, getClaim, getLetterText, remindAuthority } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { hand, openClaim } from './papers.fixture.ts'

describe('CLM-03 an office that does not answer is reminded', () => {
  let world: World
  let assessor: Caller
  let claimId = ''
  const page = () => assessor(getClaim, { params: { claimId } })
  const asked = async () => (await page()).documents.find((item) => item.code === 'medical_record')?.weAsk
  beforeAll(async () => {
    world = await openWorld()
    const service = await world.as('service1')
    assessor = await world.as('assessor1')
    claimId = await openClaim(service, testPeople.chen)
    await hand(service, claimId, ['application', 'records_authorisation'])
    await assessor(askAuthority, {
      params: { claimId },
      body: { code: 'medical_record', kind: 'hospital', authority: '潮南区演示医院', why: '核对受伤经过' },
    })
  })
  afterAll(() => world.close())
  const remind = async () => assessor(remindAuthority, { params: { requestId: (await asked())?.id ?? '' } })

  it('not before its time is over', async () => {
    await expectRefusal(remind(), 'authority.not_due')
    await expectRefusal(assessor(remindAuthority, { params: { requestId: claimId } }), 'request.not_found')
  })

  it('by a second letter that names the first, with a new day for the task', async () => {
    world.clock.forward(8 * 86_400_000)
    assessor = await world.as('assessor1')
    expect(await asked()).toMatchObject({ mayRemind: true })
    const first = (await page()).letters[0]?.letterNo ?? 'none'
    await remind()
    expect(await asked()).toMatchObject({ reminders: 1, mayRemind: false })
    const { letters, tasks } = await page()
    // Tuesday 1 December and three working days: Friday 4 December, to its end.
    expect(tasks).toMatchObject([{ kind: 'authority', state: 'open', dueAt: '2026-12-04T16:00:00.000Z' }])
    const { text } = await assessor(getLetterText, { params: { letterId: letters[1]?.id ?? '' } })
    expect(text).toContain(first)
    expect(text).toContain('再函')
    await expectRefusal(remind(), 'authority.not_due')
  })
})

import { closeClaim, getAfterwards, getClaim, recordLitigation } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { paidCase } from './recoveries.fixture.ts'

describe('CLM-16 CLM-20 a suit is on record', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('with court, number, sum and the next hearing as a task; the claim does not close meanwhile', async () => {
    const one = await paidCase(world, testPeople.chen)
    const head = await world.as('head')
    const file = (change: { filedOn?: string; hearingOn?: string } = {}, key = 'suit-1') =>
      head(
        recordLitigation,
        {
          params: { claimId: one.id },
          body: {
            forum: 'court',
            forumName: '潮南区人民法院',
            caseNo: '（2026）粤0514民初88号',
            filedOn: '2026-11-10',
            claimedFen: 500_000,
            hearingOn: '2026-12-08',
            note: '主张按交通身故给付',
            ...change,
          },
        },
        { key: `litigation-${key}` },
      )
    await expectRefusal(file({ filedOn: '2027-01-01' }, 'later'), 'litigation.filed_on_wrong')
    await expectRefusal(file({ filedOn: '2026-10-09' }, 'before'), 'litigation.filed_on_wrong')
    await expectRefusal(file({ hearingOn: '2026-11-01' }, 'past'), 'litigation.hearing_past')
    const made = await file()
    expect(made).toMatchObject({ state: 'filed', hearingOn: '2026-12-08', note: '主张按交通身故给付', outcome: null })
    expect(await file()).toEqual(made)
    await expectRefusal(file({}, 'again'), 'litigation.known_already')
    const page = await head(getClaim, { params: { claimId: one.id } })
    expect(page.tasks).toMatchObject([{ kind: 'hearing', state: 'open', dueAt: '2026-12-07T16:00:00.000Z' }])
    expect(page.debts.map((debt) => debt.code)).toContain('open_litigation')
    await expectRefusal(head(closeClaim, { params: { claimId: one.id } }), 'claim.has_debts')
    const service = await world.as('service1')
    expect((await service(getAfterwards, { params: { claimId: one.id } })).litigations).toMatchObject([{ can: [] }])
    await expectRefusal(
      service(recordLitigation, {
        params: { claimId: one.id },
        body: { forum: 'court', forumName: '某院', caseNo: '1', filedOn: '2026-11-10', claimedFen: 0 },
      }),
      'request.not_permitted',
    )
  })
})

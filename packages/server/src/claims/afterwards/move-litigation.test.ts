import { getClaim, moveLitigation, recordLitigation, type LitigationView } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { paidCase } from './recoveries.fixture.ts'

describe('CLM-16 a suit goes its way', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('heard, judged, appealed, ended with what was awarded; each hearing replaces the task before', async () => {
    const one = await paidCase(world, testPeople.chen)
    const head = await world.as('head')
    const made: LitigationView = await head(recordLitigation, {
      params: { claimId: one.id },
      body: {
        forum: 'arbitration',
        forumName: '汕头仲裁委员会',
        caseNo: '汕仲1号',
        filedOn: '2026-11-10',
        claimedFen: 1000,
        hearingOn: '2026-12-08',
      },
    })
    type Move = Parameters<typeof body>[0]
    const body = (change: {
      act: 'hear' | 'judge' | 'appeal' | 'end'
      hearingOn?: string
      outcome?: 'won' | 'lost'
      awardedFen?: number
      note?: string
    }) => change
    const move = (change: Move) => head(moveLitigation, { params: { litigationId: made.id }, body: body(change) })
    const open = async () =>
      (await head(getClaim, { params: { claimId: one.id } })).tasks.filter((task) => task.state === 'open')

    expect(await move({ act: 'hear', hearingOn: '2026-12-20' })).toMatchObject({ state: 'hearing' })
    expect(await open()).toMatchObject([{ kind: 'hearing', dueAt: '2026-12-19T16:00:00.000Z' }])
    await expectRefusal(move({ act: 'appeal' }), 'lifecycle.not_possible')
    await expectRefusal(move({ act: 'end' }), 'litigation.outcome_missing')
    await expectRefusal(move({ act: 'judge', outcome: 'won' }), 'litigation.outcome_missing')
    expect(await move({ act: 'judge', note: '判令给付¥10' })).toMatchObject({ state: 'judged', note: '判令给付¥10' })
    expect(await open()).toEqual([])
    expect(await move({ act: 'appeal', hearingOn: '2027-01-10' })).toMatchObject({ state: 'appealed' })
    await expectRefusal(move({ act: 'end', outcome: 'lost' }), 'litigation.award_missing')
    expect(await move({ act: 'end', outcome: 'lost', awardedFen: 1000 })).toMatchObject({
      state: 'ended',
      outcome: 'lost',
      awardedFen: 1000,
      can: [],
    })
    expect(await open()).toEqual([])
    await expectRefusal(move({ act: 'hear' }), 'lifecycle.not_possible')
    const page = await head(getClaim, { params: { claimId: one.id } })
    expect(page.debts.map((debt) => debt.code)).not.toContain('open_litigation')
  })
})

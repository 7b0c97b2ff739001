import { closeClaim, deliverLetter, deliverSupplement, getClaim } from '@anpei/contract/claims'
import { systemActor } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, assessAndPropose, confirmedAccount, input, seen, stay } from './decision/decisions.fixture.ts'
import { hand, HOSPITAL_CODES, judge, openClaim, reviewed, withSupplementLetter } from './papers/papers.fixture.ts'
import { systemWrite } from '../http/index.ts'
import { openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { clocksOf, deriveClocks } from '../sla/index.ts'

const HOUR = 3_600_000

describe('CLK-03 clocks are derived from the events of a case', () => {
  let world: World
  let service: Caller
  let assessor: Caller
  beforeAll(async () => {
    world = await openWorld()
    ;[service, assessor] = [await world.as('service1'), await world.as('assessor1')]
  })
  afterAll(() => world.close())

  const clocks = (id: string) => world.app.pool.withTenant(1, ({ db }) => clocksOf(db, 1, id))
  /** Throws the rows away, folds every event anew, and finds the very same rows. */
  async function expectRebuilt(id: string): Promise<number> {
    const before = await clocks(id)
    const sorted = (rows: typeof before) =>
      [...rows].sort((a, b) => (`${a.clockId}${a.runNo}` < `${b.clockId}${b.runNo}` ? -1 : 1))
    const next = await systemWrite(world.app, systemActor(1, 'test'), async (tx) => {
      await tx.db.deleteFrom('clock').where('tenant_id', '=', 1).where('subject_id', '=', id).execute()
      return deriveClocks(tx, { kind: 'claim', id })
    })
    expect(sorted(await clocks(id))).toEqual(sorted(before))
    const [claim] = await world.app.pool.withTenant(1, ({ db }) =>
      db.selectFrom('claim').select(['due_at', 'due_clock']).where('tenant_id', '=', 1).where('id', '=', id).execute(),
    )
    expect(claim?.due_clock ?? null).toBe(next.clockId)
    expect(claim?.due_at ? Date.parse(claim.due_at) : null).toBe(next.dueAt ? Date.parse(next.dueAt) : null)
    return before.length
  }

  it('and equal a rebuild after every act of a whole life', async () => {
    const claimId = await openClaim(service, testPeople.chen)
    await expectRebuilt(claimId)
    const acts: (() => Promise<unknown>)[] = [
      () => reviewed(service, assessor, claimId),
      async () => {
        const one = await seen(assessor, claimId)
        await confirmedAccount(world, one.personId, { holderName: '陈秀英' })
        const made = await assessAndPropose(assessor, one, input({ stays: [stay('2026-11-20', '2026-11-22')] }))
        if (made.state === 'waiting') await approve(world, made.proposalId, 'underwriter1')
      },
      async () => {
        const { letters } = await service(getClaim, { params: { claimId } })
        for (const letter of letters) {
          await assessor(deliverLetter, {
            params: { letterId: letter.id },
            body: { way: 'counter', proof: '本人签收' },
          })
        }
      },
      async () => (await world.as('head'))(closeClaim, { params: { claimId } }).catch(() => undefined),
    ]
    for (const act of acts) {
      world.clock.forward(HOUR)
      await act()
      expect(await expectRebuilt(claimId)).toBeGreaterThan(0)
    }
    expect((await clocks(claimId)).find((clock) => clock.clockId === 'L01')?.state).toBe('met')
  })

  it('a run that no event speaks of any more has no row after the next derivation (SLA §2 rule 1)', async () => {
    const claimId = await openClaim(service, testPeople.zheng)
    const before = (await clocks(claimId)).length
    await systemWrite(world.app, systemActor(1, 'test'), async (tx) => {
      await sql`insert into clock select (jsonb_populate_record(k, '{"instance_no": 7}')).* from clock k
        where tenant_id = 1 and subject_id = ${claimId} and instance_no = 1`.execute(tx.db)
    })
    expect((await clocks(claimId)).length).toBe(2 * before)
    await systemWrite(world.app, systemActor(1, 'test'), (tx) => deriveClocks(tx, { kind: 'claim', id: claimId }))
    expect((await clocks(claimId)).length).toBe(before)
    await expectRebuilt(claimId)
  })

  it('CLM-04 保险法 23: the days of waiting for papers are taken out of the 30, and the page says so', async () => {
    const claimId = await openClaim(service, testPeople.lin)
    await withSupplementLetter(service, assessor, claimId)
    const limit = async () =>
      (await service(getClaim, { params: { claimId } })).clocks.find((clock) => clock.clockId === 'L01')
    const before = await limit()
    world.clock.forward(HOUR)
    await assessor(deliverSupplement, { params: { claimId }, body: {} })
    expect(await limit()).toMatchObject({ state: 'paused' })
    await expectRebuilt(claimId)
    world.clock.forward(7 * 24 * HOUR)
    ;[service, assessor] = [await world.as('service1'), await world.as('assessor1')]
    await hand(service, claimId, HOSPITAL_CODES.slice(1))
    await judge(assessor, claimId, 'accepted', HOSPITAL_CODES.slice(1), true).catch(() => undefined)
    const after = await limit()
    expect(after?.state).toBe('running')
    const moved = Date.parse(after?.dueAt ?? '') - Date.parse(before?.dueAt ?? '')
    expect(moved / (24 * HOUR)).toBeGreaterThanOrEqual(6)
    expect(after?.explanation).toMatch(/等候补充资料|扣除|暂停/)
    await expectRebuilt(claimId)
  })
})

import { changeReserve, getClaim } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { inTx, openCase } from '../decision/decisions.fixture.ts'

describe('CLM-19 changing a reserve', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is logged with its reason', async () => {
    const assessor = await world.as('assessor1')
    const one = await openCase(world, await world.as('service1'), testPeople.chen, {
      accidentOn: '2026-10-10',
      cause: 'fall',
      kinds: ['hospital'],
    })
    const change = (reserveFen: number, lineId = one.lineOf('hospital_allowance')) =>
      assessor(changeReserve, { params: { claimId: one.id }, body: { lineId, reserveFen, reason: '住院延长' } })
    await change(90000)
    await expectRefusal(change(90000), 'claim.reserve_unchanged')
    await expectRefusal(change(1, one.id), 'claim.line_unknown')
    expect(await assessor(getClaim, { params: { claimId: one.id } })).toMatchObject({
      health: { reserveFen: 90000 },
      lines: [{ reserveFen: 90000 }],
    })
    const log = await inTx(world, (tx) =>
      tx.db.selectFrom('reserve_change').select(['before_fen', 'after_fen', 'reason']).execute(),
    )
    expect(log).toEqual([{ before_fen: 36000n, after_fen: 90000n, reason: '住院延长' }])
  })
})

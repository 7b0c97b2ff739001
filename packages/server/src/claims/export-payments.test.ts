import { exportPayments } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, testPeople, type World } from '../testing/index.ts'
import { dueCase } from './decisions.fixture.ts'

describe('CLM-12 payments as a file', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('holds what the filter asks for, accounts masked, and is refused when it is too long', async () => {
    const one = await dueCase(world, testPeople.chen)
    await dueCase(world, testPeople.lin)
    const finance = await world.as('finance1')
    const text = async (query: { q?: string; format?: 'csv' }) => {
      const file = await finance(exportPayments, { query })
      return file instanceof Blob ? file.text() : ''
    }
    const all = (await text({})).trim().split('\n')
    expect(all).toHaveLength(3)
    expect(all[0]).toContain('账号（脱敏）')
    const some = await text({ q: one.claimNo })
    expect(some.trim().split('\n')).toHaveLength(2)
    expect(some).toContain('150')
    expect(some).toContain('****')
    expect(some).not.toMatch(/\d{14,}/)
    await expectRefusal((await world.as('service1'))(exportPayments, { query: {} }), 'request.not_permitted')
    await arrange(
      world,
      `insert into payment (tenant_id, id, payment_no, claim_id, claim_line_id, person_id, decided_revision, share_no,
        way, amount_fen, state, made_at)
       select tenant_id, gen_random_uuid(), 'X' || g, claim_id, claim_line_id, person_id, 1000 + g, 1, way, 1,
         'cancelled', made_at from payment, generate_series(1, 5000) g where claim_id = $1`,
      [one.id],
    )
    await expectRefusal(finance(exportPayments, { query: {} }), 'payment.export_too_long')
  })
})

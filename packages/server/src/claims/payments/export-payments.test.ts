import { exportPayments } from '@anpei/contract/claims'
import { listExports } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { dueCase } from '../decision/decisions.fixture.ts'

const numberIn = (name = ''): string => /^支付-[\d-]+-(E\d{12})\.csv$/.exec(name)?.[1] ?? 'none'

describe('CLM-12, CUS-09 payments as a file', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('holds what the filter asks for, accounts masked, and is refused when it is too long', async () => {
    const one = await dueCase(world, testPeople.chen)
    await dueCase(world, testPeople.lin)
    const finance = await world.as('finance1')
    const names: string[] = []
    const text = async (query: { q?: string; format?: 'csv' }) => {
      const file = await finance(exportPayments, { query })
      names.push(file instanceof File ? file.name : '')
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
    // CUS-09: each file has its entry, and its number in its name.
    const { items } = await (await world.as('compliance'))(listExports, { query: {} })
    expect(items.map((one) => [one.what, one.rowCount, one.exportNo])).toEqual([
      ['支付列表', 1, numberIn(names[1])],
      ['支付列表', 2, numberIn(names[0])],
    ])
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

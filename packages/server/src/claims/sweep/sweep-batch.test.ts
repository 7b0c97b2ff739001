import {
  getSweep,
  listUnderpayments,
  proposeDecision,
  registerReport,
  reopenClaim,
  runSweep,
  takeUpReport,
} from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../testing/index.ts'
import { five } from './sweep-seed.fixture.ts'
import { correct } from './sweep-correct.fixture.ts'
import { misjudged } from './sweep-misjudged.fixture.ts'
import { unpaid } from './sweep-unpaid.fixture.ts'
import { approve, inTx, seen, toAssessing } from '../decision/decisions.fixture.ts'
import { decided, type Everybody } from './sweep.fixture.ts'

const seeds = [...unpaid, ...misjudged]

describe('CLM-16 the under-payment sweep', () => {
  let world: World
  let all: Everybody
  beforeAll(async () => {
    world = await openWorld()
    all = { world, service: await world.as('service1'), assessor: await world.as('assessor1'), count: 1 }
  })
  afterAll(() => world.close())

  const sweep = async () => {
    const head = await world.as('head')
    const { taskId } = await head(runSweep, {})
    await world.runJobs()
    const found = []
    let cursor: string | undefined
    do {
      const page = await head(listUnderpayments, { query: { limit: 10, ...(cursor ? { cursor } : {}) } })
      found.push(...page.items)
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    return { found, stand: await head(getSweep, { params: { taskId } }) }
  }

  it('finds all that is owed, and nothing else', async () => {
    expect(seeds.length).toBeGreaterThanOrEqual(20)
    expect(correct.length).toBeGreaterThanOrEqual(20)
    const expected: object[] = []
    for (const [name, make] of correct)
      await make(all).catch((error: unknown) => {
        throw new Error(name, { cause: error })
      })
    for (const [cause, name, benefit, owedFen, make] of seeds) {
      const where = await make(all).catch((error: unknown) => {
        throw new Error(name, { cause: error })
      })
      expected.push({ name, cause, benefit, owedFen, claimId: where.length === 36 ? where : null })
    }
    const { found, stand } = await sweep()
    const seen = found.map((one) => ({
      cause: one.causes[0]?.code,
      benefit: one.benefit,
      owedFen: one.owedFen,
      claimId: one.claimId,
    }))
    const key = (one: { claimId?: string | null; cause?: string | undefined }) => `${one.claimId}/${one.cause}`
    expect(seen.sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(
      expected
        .map((one) => Object.fromEntries(Object.entries(one).filter(([field]) => field !== 'name')))
        .sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    )
    expect(stand).toMatchObject({ state: 'done', found: seeds.length })
  }, 120_000)

  it('changes nothing when it runs again, and closes what was put right', async () => {
    const before = await sweep()
    const again = await sweep()
    expect(again.found).toEqual(before.found)
    const denied = again.found.find(
      (one) => one.causes[0]?.code === 'denied_though_covered' && one.benefit === 'hospital_allowance',
    )
    const claimId = denied?.claimId ?? ''
    const head = await world.as('head')
    const lineId = await inTx(
      world,
      async (tx) =>
        (await tx.db.selectFrom('claim_line').select('id').where('claim_id', '=', claimId).executeTakeFirstOrThrow())
          .id,
    )
    await head(reopenClaim, {
      params: { claimId },
      body: { cause: 'underpaid', lineIds: [lineId], reason: '排查发现' },
    })
    const made = await all.assessor(proposeDecision, {
      params: { claimId },
      body: { lines: [{ lineId, outcome: 'pay', payableFen: 15000 }] },
    })
    expect((await sweep()).found.find((one) => one.claimId === claimId)?.state, 'not yet decided').toBe('open')
    await approve(world, made.proposalId ?? '', 'underwriter1')
    await world.runJobs()
    const right = await head(listUnderpayments, { query: { state: 'corrected' } })
    expect(right.items, 'right after the decision, before another sweep').toMatchObject([{ claimId }])
    expect(right.items[0]?.owedFen).toBe(denied?.owedFen)
    const after = await sweep()
    expect(after.found.some((one) => one.claimId === claimId)).toBe(false)
    expect((await head(listUnderpayments, { query: { state: 'corrected' } })).items).toMatchObject([
      { claimId, state: 'corrected' },
    ])
  }, 60_000)

  it('closes at once what a first decision puts right', async () => {
    const head = await world.as('head')
    const declined = (await sweep()).found.find((one) => one.causes[0]?.code === 'declined_though_covered')
    const params = { reportId: declined?.reportId ?? '' }
    await all.service(takeUpReport, { params, body: { reason: '花名册上有了' } })
    const [claim] = (await all.service(registerReport, { params })).claims
    const claimId = claim?.id ?? ''
    await toAssessing(world, claimId, 'simple')
    await decided(all, await seen(all.service, claimId), five)
    await world.runJobs()
    const { items } = await head(listUnderpayments, { query: { state: 'corrected' } })
    expect(items.map((one) => one.reportId)).toContain(params.reportId)
  }, 60_000)
})

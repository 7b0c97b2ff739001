import { answerMessage, getClaim, myWork, takeClaim } from '@anpei/contract/claims'
import { portalClaim, portalLeaveMessage } from '@anpei/contract/portal'
import { systemActor } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openFamilyCase } from './families.fixture.ts'

describe('CLM-20 a family’s message waits for its answer', () => {
  let world: World
  let at: Awaited<ReturnType<typeof openFamilyCase>>
  let params: { claimId: string }
  beforeAll(async () => {
    world = await openWorld()
    at = await openFamilyCase(world)
    params = { claimId: at.claimId }
  })
  afterAll(() => world.close())
  const say = (text: string) => at.own(portalLeaveMessage, { params, body: { text } })
  const debts = async () => (await at.service(getClaim, { params })).debts.map((debt) => debt.code)

  it('is kept sealed, shown to the family and on the claim, and stands in the way of closing', async () => {
    expect(await debts()).not.toContain('unanswered_message')
    await say('老人出院后还在疼，要不要再去复查？')
    const { messages } = await at.own(portalClaim, { params })
    expect(messages).toMatchObject([{ text: '老人出院后还在疼，要不要再去复查？', answer: '', answeredAt: null }])
    expect((await at.service(getClaim, { params })).messages).toHaveLength(1)
    expect(await debts()).toContain('unanswered_message')
    const kept = await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      sql<{ plain: string }>`select encode(sealed, 'escape') as plain from claim_message`.execute(tx.db),
    )
    expect(kept.rows[0]?.plain).not.toContain('复查')
  })

  it('is work of the owner of the case, and of nobody else', async () => {
    const assessor = await world.as('assessor1')
    const owner = (await at.service(getClaim, { params })).owner
    if (owner === null) await assessor(takeClaim, { params })
    const counts = await Promise.all(
      ['assessor1', 'assessor2', 'head', 'finance1'].map(async (who) => {
        const work = await (await world.as(who))(myWork, {})
        return [who, work.counts.messages, work.messages.length] as const
      }),
    )
    expect(counts.filter(([, count]) => count > 0)).toHaveLength(1)
    expect(counts.every(([, count, listed]) => count === listed)).toBe(true)
  })

  it('is refused to a stranger, empty, or when too many wait', async () => {
    await expectRefusal(at.stranger(portalLeaveMessage, { params, body: { text: '钱呢' } }), 'request.not_found')
    await expectRefusal(say('  '), 'request.malformed')
    for (const no of [2, 3, 4, 5]) await say(`第${no}条`)
    await expectRefusal(say('第6条'), 'message.too_many')
  })

  it('answered once, the family reads it and is told', async () => {
    const [first, ...others] = (await at.service(getClaim, { params })).messages
    const messageId = first?.id ?? ''
    const answer = (id: string, text = '请带老人来复查，费用单子留好') =>
      at.service(answerMessage, { params: { messageId: id }, body: { text } })
    await expectRefusal(answer(at.claimId), 'request.not_found')
    const twice = await Promise.allSettled([answer(messageId), answer(messageId, '另一个答复')])
    expect(twice.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expectRefusal(answer(messageId), 'message.answered_already')
    for (const { id } of others) await answer(id)
    const { messages } = await at.own(portalClaim, { params })
    expect(messages.every((one) => one.answer !== '' && one.answeredAt === world.clock.now())).toBe(true)
    expect(await debts()).not.toContain('unanswered_message')
    await world.runJobs()
    const told = await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      sql<{ count: number }>`select count(*)::int as count from notice where template = 'message_answered'`.execute(
        tx.db,
      ),
    )
    expect(told.rows[0]?.count).toBe(5)
  })
})

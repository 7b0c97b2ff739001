import { randomUUID } from 'node:crypto'
import { answerMessage, getClaim, getClaimTimeline } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { inTx } from '../decision/decisions.fixture.ts'
import { openClaim } from '../papers/papers.fixture.ts'
import { takeMessage } from './take-message.ts'

describe('CLM-20 answering a message', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('names who answered, leaves a trace of both without the words, and needs the permission', async () => {
    const service = await world.as('service1')
    const claimId = await openClaim(service, testPeople.chen)
    const params = { claimId }
    const left = await inTx(world, (tx) =>
      takeMessage({ ...tx, actor: { ...tx.actor, id: randomUUID() } }, claimId, '什么时候能到账？'),
    )
    if (!left.ok) throw new Error(left.code)
    const { id } = left.value
    const body = { text: '本周内' }
    const finance = await world.as('finance1')
    await expectRefusal(finance(answerMessage, { params: { messageId: id }, body }), 'request.not_permitted')
    await service(answerMessage, { params: { messageId: id }, body })
    const page = await service(getClaim, { params })
    expect(page.messages).toMatchObject([{ text: '什么时候能到账？', answer: '本周内', answeredAt: world.clock.now() }])
    expect(page.messages[0]?.answeredBy).not.toBeNull()
    const { entries } = await service(getClaimTimeline, { params })
    expect(entries.map((entry) => entry.name)).toEqual(
      expect.arrayContaining(['claim.message_left', 'claim.message_answered']),
    )
    expect(JSON.stringify(entries)).not.toContain('到账？')
  })
})

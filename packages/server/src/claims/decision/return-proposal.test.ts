import { returnProposal } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { assessAndPropose, input, openCase, stay } from './decisions.fixture.ts'

describe('CLM-10 sending back', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is for another person than the maker, once', async () => {
    const one = await openCase(world, await world.as('service1'), testPeople.chen, {
      accidentOn: '2026-10-10',
      cause: 'fall',
      kinds: ['hospital'],
    })
    const head = await world.as('head')
    const made = await assessAndPropose(head, one, input({ stays: [stay('2026-10-10', '2026-10-14')] }))
    const params = { proposalId: made.proposalId }
    await expectRefusal(head(returnProposal, { params, body: { comment: '自己退回' } }), 'claim.own_proposal')
    const underwriter = await world.as('underwriter1')
    expect(await underwriter(returnProposal, { params, body: { comment: '出院日有误' } })).toEqual({
      state: 'returned',
    })
    await expectRefusal(underwriter(returnProposal, { params, body: { comment: '再退' } }), 'claim.already_returned')
    await expectRefusal(
      underwriter(returnProposal, { params: { proposalId: one.id }, body: { comment: '没有' } }),
      'request.not_found',
    )
  })
})

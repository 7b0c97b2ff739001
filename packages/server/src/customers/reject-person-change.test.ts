import { getPerson, proposePersonChange, rejectPersonChange } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../testing/index.ts'
import { openWorld, personIdOf } from './customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('ORG-05 sending a correction back', () => {
  it('leaves everything as it was, with the comment', async () => {
    const personId = await personIdOf(world, 'lin')
    const [manager, head] = await Promise.all([world.as('pm'), world.as('head')])
    const { id } = await manager(proposePersonChange, {
      params: { personId },
      body: { particulars: { diedOn: '2026-11-01' }, reason: '听说' },
    })
    expect((await head(getPerson, { params: { personId } })).waitingChangeId).toBe(id)
    const sent = await head(rejectPersonChange, { params: { changeId: id }, body: { comment: '没有证明' } })
    expect(sent).toMatchObject({ state: 'rejected', comment: '没有证明' })
    expect(await head(getPerson, { params: { personId } })).toMatchObject({ diedOn: null, waitingChangeId: null })
    await expectRefusal(
      head(rejectPersonChange, { params: { changeId: id }, body: { comment: '再退' } }),
      'lifecycle.not_possible',
    )
  })
})

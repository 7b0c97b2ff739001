import { fulfilAct } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { openCase, told, type Case } from './solve.fixture.ts'

describe('CMP-07 a promise is tracked until it happened', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
  })
  afterAll(() => of.world.close())

  it('is late once its day is over, done with its proof, once', async () => {
    await told(of, { acts: [{ kind: 'apology', what: '电话道歉', dueOn: today(of) }] })
    const [act] = (await of.look()).proposals[0]?.acts ?? []
    const params = { actId: act?.id ?? '' }
    expect((await of.look()).debts.map(({ code }) => code)).toContain('acts')
    await expectRefusal(of.other(fulfilAct, { params, body: { proof: '录音 1' } }), 'complaint.not_yours')
    await of.handler(fulfilAct, { params, body: { proof: '录音 1' } })
    await expectRefusal(of.handler(fulfilAct, { params, body: { proof: '录音 2' } }), 'lifecycle.not_possible')
    expect(await of.look()).toMatchObject({
      proposals: [{ acts: [{ state: 'done', proof: '录音 1' }] }],
      debts: [{ code: 'callback' }],
    })
  })
})

function today({ world }: Case): string {
  return new Date(Date.parse(world.clock.now()) + 8 * 3_600_000).toISOString().slice(0, 10)
}

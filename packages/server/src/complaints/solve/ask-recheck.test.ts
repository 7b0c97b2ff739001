import { askRecheck, withdrawRecheck } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { openCase, told, type Case } from './solve.fixture.ts'

const DAY_MS = 86_400_000

describe('CMP-08, L07 核查 is asked for within thirty days (令2020-3 art. 20)', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
  })
  afterAll(() => of.world.close())

  it('after a decision, once at a time, and not after the last day', async () => {
    const ask = (who: Case['head']) => who(askRecheck, { params: of.params, body: { why: '理由没有说清楚' } })
    await expectRefusal(ask(of.head), 'complaint.no_decision_yet')
    await told(of)
    await ask(of.head)
    await expectRefusal(ask(of.head), 'complaint.recheck_open')
    const [first] = (await of.look()).rechecks
    await of.head(withdrawRecheck, { params: { recheckId: first?.id ?? '' } })
    of.world.clock.set(new Date(Date.parse(of.world.clock.now()) + 45 * DAY_MS).toISOString())
    await expectRefusal(ask(await of.world.as('complainthead')), 'complaint.recheck_too_late')
  })
})

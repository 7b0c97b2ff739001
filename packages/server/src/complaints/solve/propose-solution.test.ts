import { proposeSolution } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { openCase, proposed, SOLUTION, type Case } from './solve.fixture.ts'

describe('CMP-07 a solution is drafted', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
  })
  afterAll(() => of.world.close())
  const act = { kind: 'payment', what: '支付住院津贴', dueOn: '2099-01-01', sumFen: 60_000 } as const
  const propose = (acts: NonNullable<Parameters<typeof proposed>[1]>['acts']) =>
    of.handler(proposeSolution, { params: of.params, body: { ...SOLUTION, acts } })

  it('is refused where a promise is vague, past, or about another claim', async () => {
    await expectRefusal(propose([{ ...act, sumFen: null }]), 'complaint.act_without_sum')
    await expectRefusal(propose([{ ...act, kind: 'reopen_claim' }]), 'complaint.act_without_claim')
    await expectRefusal(propose([{ ...act, dueOn: '2020-01-01' }]), 'complaint.act_in_past')
    await expectRefusal(propose([{ ...act, claimId: of.params.complaintId }]), 'request.not_found')
  })

  it('waits for another person, once', async () => {
    await propose([act])
    expect(await of.look()).toMatchObject({
      proposals: [{ no: 1, state: 'waiting', acts: [{ sumFen: 60_000, state: 'planned', overdue: false }] }],
    })
    await expectRefusal(propose([]), 'lifecycle.not_possible')
  })
})

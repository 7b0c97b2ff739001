import { assignComplaint, judgeProposal, listComplaintWaiting } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, staffId } from '../../testing/index.ts'
import { openCase, proposed, type Case } from './solve.fixture.ts'

describe('CMP-07 a solution is judged by another person', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
  })
  afterAll(() => of.world.close())

  it('is returned with a reason, drafted again, approved', async () => {
    const first = { params: { proposalId: await proposed(of) } }
    await expectRefusal(of.head(judgeProposal, { ...first, body: { approve: false } }), 'complaint.judgement_missing')
    await of.head(judgeProposal, { ...first, body: { approve: false, judgement: '没有写依据的条款' } })
    const second = { params: { proposalId: await proposed(of) } }
    // It waits on the page of whoever may judge it, not of whoever drafted it.
    const waiting = async (who: Case['head']) => (await who(listComplaintWaiting, {})).items
    expect(await waiting(of.head)).toMatchObject([{ kind: 'judge', complaintId: of.params.complaintId }])
    expect(await waiting(of.handler)).toEqual([])
    const stand = await of.head(judgeProposal, { ...second, body: { approve: true } })
    expect(stand.state).toBe('approved')
    expect(await waiting(of.head)).toEqual([])
    expect((await of.look()).proposals).toMatchObject([
      { no: 2, state: 'approved', judgedBy: '方俊杰' },
      { no: 1, state: 'returned', judgement: '没有写依据的条款' },
    ])
  })

  it('two judge at once: one does', async () => {
    const case2 = await openCase(of.world)
    const params = { proposalId: await proposed(case2) }
    const cpo = await of.world.as('cpo')
    const judge = (who: typeof cpo) => who(judgeProposal, { params, body: { approve: true } })
    const both = await Promise.allSettled([judge(of.head), judge(cpo)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('CMP-05, CMP-10: never by who answers for the case, whatever the role allows', async () => {
    const case3 = await openCase(of.world)
    const proposalId = await proposed(case3)
    const body = { userId: await staffId(of.world, 'complainthead'), reason: '改派' }
    await expectRefusal(
      of.coordinator(assignComplaint, { params: case3.params, body }),
      'complaint.assignee_not_possible',
    )
    await expectRefusal(
      case3.handler(judgeProposal, { params: { proposalId }, body: { approve: true } }),
      'request.not_permitted',
    )
  })

  it('CMP-05, CMP-10: one about somebody who handles complaints is judged outside their line', async () => {
    const concernedIds = [await staffId(of.world, 'handler2')]
    const case4 = await openCase(of.world, { concernedIds })
    const params = { proposalId: await proposed(case4) }
    const judge = async (login: string) =>
      (await of.world.as(login))(judgeProposal, { params, body: { approve: true } })
    for (const login of ['complainthead', 'cpo', 'gm']) await expectRefusal(judge(login), 'complaint.recused')
    expect((await judge('compliance')).state).toBe('approved')
  })
})

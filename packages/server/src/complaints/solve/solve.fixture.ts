/** Complaints taken through their solution by transitions, for the tests beside the commands. */
import {
  answerCallback,
  checkCallbackCallee,
  listCallbacks,
  recordCallbackAttempt,
  takeCallback,
} from '@anpei/contract/callbacks'
import {
  decideComplaint,
  getSolution,
  judgeProposal,
  proposeSolution,
  recordReply,
  sendDecision,
  type SolutionView,
} from '@anpei/contract/complaints'
import type { Sent } from '@anpei/contract/kernel'
import { openWorld, type Caller, type World } from '../../testing/index.ts'
import { assigned } from '../complaints.fixture.ts'

export type Case = {
  readonly world: World
  readonly handler: Caller
  readonly other: Caller
  readonly head: Caller
  readonly coordinator: Caller
  readonly params: { readonly complaintId: string }
  readonly look: () => Promise<SolutionView>
}
type Proposal = NonNullable<Sent<typeof proposeSolution>['body']>

/** In the hands of handler1. */
export async function openCase(open?: World, change: Parameters<typeof assigned>[1] = {}): Promise<Case> {
  const world = open ?? (await openWorld())
  const [handler, other, head, coordinator] = await Promise.all(
    ['handler1', 'handler2', 'complainthead', 'coordinator1'].map((login) => world.as(login)),
  )
  if (!handler || !other || !head || !coordinator) throw new Error('nobody')
  const params = { complaintId: await assigned(world, change) }
  return { world, handler, other, head, coordinator, params, look: () => head(getSolution, { params }) }
}

export const SOLUTION: Proposal = {
  outcome: 'upheld',
  findings: '资料收齐后十四个工作日才审核完。',
  basis: '服务承诺：资料齐全后三个工作日内审核完毕。',
  reasons: '经办人请假，没有人接手。',
  solution: '尽快付款并道歉。',
  acts: [],
}

export async function proposed(of: Case, change: Partial<Proposal> = {}): Promise<string> {
  await of.handler(proposeSolution, { params: of.params, body: { ...SOLUTION, ...change } })
  return (await of.look()).proposals[0]?.id ?? ''
}

export async function approved(of: Case, change: Partial<Proposal> = {}): Promise<string> {
  const proposalId = await proposed(of, change)
  await of.head(judgeProposal, { params: { proposalId }, body: { approve: true } })
  return proposalId
}

export async function decided(of: Case, change: Partial<Proposal> = {}): Promise<void> {
  const proposalId = await approved(of, change)
  await of.handler(recordReply, { params: { proposalId }, body: { accepts: true, reply: '同意这样处理。' } })
  await of.handler(decideComplaint, { params: of.params })
}

export async function told(of: Case, change: Partial<Proposal> = {}): Promise<void> {
  await decided(of, change)
  await of.handler(sendDecision, { params: of.params, body: { way: 'in_person', to: '本人', proof: '本人签收' } })
}

/** Asked after: satisfied or not. */
export async function calledBack({ world, params }: Case, satisfied: 'yes' | 'no'): Promise<void> {
  const query = { subjectId: params.complaintId, state: 'owed' } as const
  const { items } = await (await world.as('pm'))(listCallbacks, { query })
  const [owed] = items
  if (!owed) throw new Error('no callback is owed')
  const caller = await world.as(owed.owner?.name === '李燕玲' ? 'service1' : 'deskhead')
  const of = { params: { callbackId: owed.id } }
  await caller(takeCallback, of)
  await caller(recordCallbackAttempt, { ...of, body: { way: 'phone', outcome: 'reached', callNo: 'C-1' } })
  await caller(checkCallbackCallee, { ...of, body: { callee: 'self', heard: ['name', 'case_no'] } })
  const said = (choice: string) => ({ choice, text: choice === 'no' ? '还是没有说清楚' : '' })
  const answers = {
    told: said('yes'),
    clear: said('yes'),
    kept: said('yes'),
    satisfied: said(satisfied),
    phone: said('yes'),
  }
  await caller(answerCallback, { ...of, body: { scriptCode: 'complaint', scriptVersion: 1, answers } })
  await world.runJobs()
}

/** A complaint from the phone of a family, and its way to an approved solution. */
import {
  assignComplaint,
  checkComplaint,
  classifyComplaint,
  judgeProposal,
  portalComplain,
  portalHandInMandate,
  portalMyComplaints,
  proposeSolution,
  supplementComplaint,
} from '@anpei/contract/complaints'
import { openWorld, staffId, type Caller, type World } from '../testing/index.ts'
import { familyOf } from './families.fixture.ts'

export type Told = { readonly world: World; readonly child: Caller; readonly complaintId: string }
export const WORDS = {
  facts: '材料交了两个月没有人答复。',
  demand: '请尽快答复',
  name: '陈儿子',
  relation: 'family',
  about: '陈秀英',
} as const

export async function toldByPhone(): Promise<Told> {
  const world = await openWorld()
  const child = await familyOf(world, '13912345678')
  const { id } = await child(portalComplain, { body: WORDS })
  return { world, child, complaintId: id }
}

export async function proposedTo({ world, complaintId }: Told): Promise<void> {
  const params = { complaintId }
  const desk = await world.as('coordinator1')
  await desk(checkComplaint, { params, body: { finding: 'ours' } })
  await desk(classifyComplaint, { params, body: { causes: ['claim_time'], businessLine: 'accident', class: 'simple' } })
  await desk(assignComplaint, { params, body: { userId: await staffId(world, 'handler1') } })
  const handler = await world.as('handler1')
  const grounds = { findings: '确实没有答复。', basis: '服务承诺', reasons: '没有人接手' }
  await handler(proposeSolution, {
    params,
    body: {
      outcome: 'upheld',
      ...grounds,
      solution: '三天内答复并道歉。',
      acts: [{ kind: 'apology', what: '电话道歉', dueOn: '2099-01-01' }],
    },
  })
}

export async function mine({ child }: Told) {
  const [item] = (await child(portalMyComplaints, {})).items
  if (!item) throw new Error('no complaint')
  return item
}

export async function approvedFor(told: Told, proposalId: string): Promise<void> {
  await (await told.world.as('complainthead'))(judgeProposal, { params: { proposalId }, body: { approve: true } })
}

/** The child shows the mandate, and a colleague reads until when it runs. */
export async function mandateSeen({ world, child, complaintId }: Told): Promise<void> {
  const params = { complaintId }
  await child(portalHandInMandate, { params }, { files: [photoOf('委托书.png')] })
  const service = await world.as('service1')
  await service(supplementComplaint, { params, body: { brought: ['mandate'], mandateUntil: '2027-06-30' } })
}

// The smallest picture there is: one dot.
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export function photoOf(name: string, field = 'file') {
  return { field, name, file: new Blob([Buffer.from(DOT, 'base64')]) }
}

/** CMP-06…10: how far a complaint is solved: file, proposals, promises, decision, periods, second look, debts. */
import type { ComplaintAct, getSolution as route, SolutionView } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import {
  ACT_KINDS,
  actLifecycle,
  CLOSING_DEBTS,
  closingDebts,
  complaintExtensionLifecycle,
  DELIVERY_WAYS,
  isUnreachable,
  leavesBySystem,
  OUTCOMES,
  proposalLifecycle,
  recheckLifecycle,
  isRechecked,
  recusedAs,
  solvingCan,
  SPAN_KINDS,
} from '@anpei/domain/complaints'
import { dayOfInstant, holds, ok, type Decision, type Permission } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { callbackStandings, saidInCallbacks } from '../../callbacks/index.ts'
import { papersOf } from '../../documents/index.ts'
import type { Tx } from '../../http/index.ts'
import { staffNames } from '../../identity/index.ts'
import { maskedOf } from '../../notifications/index.ts'
import { brokenPromisesOf } from '../broken-promises.ts'
import { claimNumbers } from '../store-claims.ts'
import { findComplaint, type ComplaintRecord } from '../store.ts'
import { closingFactsOf } from './closing-facts.ts'
import { addressesOf, noticeFate } from './decision-notice.ts'
import { decisionsOf, extensionsWhere, extensionTold, spansWhere, spanTold } from './store-decisions.ts'
import { actsOf, actTold, proposalsOf, proposalTold } from './store-proposals.ts'
import { reachOf } from './store-reach.ts'
import { rechecksWhere, recheckTold } from './store-rechecks.ts'

const SATISFIED = { yes: '满意', no: '不满意', unclear: '没有明确表示' } as const
const RECHECKED = { upheld: '维持原决定', changed: '改变原决定' } as const

export async function getSolution(tx: Tx, { params }: Input<typeof route>): Promise<Decision<SolutionView>> {
  const found = await findComplaint(tx, params.complaintId, 'complaint.read')
  if (!found.ok) return found
  const complaint = found.value
  const read = await readAll(tx, complaint)
  const nameOf = await namesOf(tx, read)
  const filesOf = (ids: readonly string[]) =>
    read.papers
      .filter((paper) => ids.includes(paper.id))
      .flatMap((paper) => paper.files.map(({ id, mediaType, bytes }) => ({ id, mediaType, bytes })))
  const { facts, callback } = read
  const debts = complaint.state === 'told' && facts ? closingDebts(facts) : []
  return ok({
    brokenPromises: [...read.broken],
    ...proposalParts(tx, complaint, read, nameOf),
    decisions: read.decisions.map((one) => ({
      round: one.round,
      letterId: one.letterId,
      letterNo: one.letterNo,
      outcomeWord: OUTCOMES[one.outcome],
      decidedBy: nameOf(judgeOf(read, one.proposalId)) ?? '同事',
      decidedAt: one.decidedAt,
      wayWord: one.way && DELIVERY_WAYS[one.way],
      sentAt: one.sentAt,
      reachedAt: one.reachedAt,
      to: one.way && leavesBySystem(one.way) ? maskedOf({ channel: one.way, to: one.told.to }) : one.told.to,
      proof: one.told.proof,
      fate: one.round === complaint.round ? read.fate : null,
      files: filesOf(one.documentIds),
    })),
    ...laterParts(tx, complaint, read, nameOf),
    callback: callback && {
      state: callback.state,
      distinctDays: callback.distinctDays,
      satisfied: callback.satisfied && SATISFIED[callback.satisfied],
    },
    said: read.said.map((one) => ({ ...one, satisfied: SATISFIED[one.satisfied] })),
    unreachable: isUnreachable(read.reach),
    addresses: {
      sms: read.addresses.sms && maskedOf({ channel: 'sms', to: read.addresses.sms }),
      email: read.addresses.email && maskedOf({ channel: 'email', to: read.addresses.email }),
    },
    debts: debts.map((code) => ({ code, text: CLOSING_DEBTS[code] })),
    can: canOf(tx, complaint, read, debts.length),
  })
}

/** The decision is that of whoever approved the solution, as its notice says. */
function judgeOf(read: Read, proposalId: string): string | null {
  return read.proposals.find((one) => one.id === proposalId)?.judgedBy ?? null
}

type Read = Awaited<ReturnType<typeof readAll>>
type NameOf = (id: string | null) => string | null

async function readAll(tx: Tx, complaint: ComplaintRecord) {
  const { id, claimId } = complaint
  const standings = callbackStandings(tx, 'complaint', [id])
  const [
    broken,
    proposals,
    acts,
    decisions,
    extensions,
    spans,
    rechecks,
    callbacks,
    said,
    facts,
    papers,
    claimNos,
    reach,
    addresses,
  ] = await Promise.all([
    claimId === null ? [] : brokenPromisesOf(tx, claimId),
    proposalsOf(tx, id),
    actsOf(tx, id),
    decisionsOf(tx, complaint),
    extensionsWhere(tx, sql`e.complaint_id = ${id}`),
    spansWhere(tx, sql`s.complaint_id = ${id}`),
    rechecksWhere(tx, sql`r.complaint_id = ${id}`),
    standings,
    saidInCallbacks(tx, { kind: 'complaint', id }),
    closingFactsOf(tx, [id], standings),
    papersOf(tx.db, tx.actor.tenantId, [id], null),
    claimNumbers(tx, claimId === null ? [] : [claimId]),
    reachOf(tx, complaint),
    addressesOf(tx, complaint),
  ])
  const [decision] = decisions
  const fate = decision ? await noticeFate(tx, complaint, decision) : null
  const found = {
    broken,
    proposals,
    acts,
    decisions,
    extensions,
    spans,
    rechecks,
    callback: callbacks.get(id) ?? null,
    said,
    papers,
    claimNos,
    reach,
    addresses,
    fate,
  }
  return { ...found, facts: facts.get(id) }
}

async function namesOf(tx: Tx, read: Read): Promise<NameOf> {
  const ids = [
    ...read.proposals.flatMap((one) => [one.draftedBy, one.judgedBy]),
    ...read.acts.map((one) => one.ownerId),
    ...read.extensions.flatMap((one) => [one.askedBy, one.decidedBy]),
    ...read.rechecks.map((one) => one.handlerId),
  ].flatMap((id) => id ?? [])
  const names = await staffNames(tx.db, tx.actor.tenantId, [...new Set(ids)])
  return (id) => (id === null ? null : (names.get(id) ?? '同事'))
}

function proposalParts(tx: Tx, complaint: ComplaintRecord, read: Read, nameOf: NameOf) {
  const mayJudge = mayAct(tx, complaint, 'complaint.approve')
  const handles = mayAct(tx, complaint, 'complaint.handle') && complaint.responsibleId === tx.actor.id
  const actView = (act: Read['acts'][number]): ComplaintAct => {
    const speaks = act.kind === 'payment' && act.claimId !== null
    const can = [
      ...(act.state === 'promised' && handles && !speaks ? ['fulfil'] : []),
      ...(act.state === 'promised' && mayJudge && complaint.responsibleId !== tx.actor.id ? ['drop'] : []),
    ]
    return {
      id: act.id,
      kind: act.kind,
      kindWord: ACT_KINDS[act.kind],
      ...actTold(tx, complaint, act),
      dueOn: act.dueOn,
      owner: nameOf(act.ownerId),
      sumFen: act.sumFen === null ? null : Number(act.sumFen),
      claimNo: act.claimId === null ? null : (read.claimNos.get(act.claimId) ?? null),
      state: act.state,
      stateWord: actLifecycle.states[act.state].zh,
      overdue: act.state === 'promised' && act.dueOn < dayOfInstant(tx.now),
      doneAt: act.doneAt,
      can,
    }
  }
  return {
    proposals: read.proposals.map((one) => ({
      id: one.id,
      no: one.no,
      round: one.round,
      state: one.state,
      stateWord: proposalLifecycle.states[one.state].zh,
      outcome: one.outcome,
      outcomeWord: OUTCOMES[one.outcome],
      ...proposalTold(tx, complaint, one),
      draftedBy: nameOf(one.draftedBy) ?? '同事',
      draftedAt: one.draftedAt,
      judgedBy: nameOf(one.judgedBy),
      acts: read.acts.filter((act) => act.proposalId === one.id).map(actView),
      can: [
        ...(one.state === 'waiting' && mayJudge && one.draftedBy !== tx.actor.id ? ['judge'] : []),
        ...(one.state === 'approved' && complaint.state === 'approved' && handles ? ['reply'] : []),
      ],
    })),
  }
}

function laterParts(tx: Tx, complaint: ComplaintRecord, read: Read, nameOf: NameOf) {
  const mayExtend = mayAct(tx, complaint, 'complaint.extend')
  const mayRecheck = mayAct(tx, complaint, 'complaint.recheck')
  return {
    extensions: read.extensions.map((one) => ({
      id: one.id,
      state: one.state,
      stateWord: complaintExtensionLifecycle.states[one.state].zh,
      dueOn: one.dueOn,
      reason: extensionTold(tx, complaint, one).reason,
      answer: extensionTold(tx, complaint, one).answer,
      askedBy: nameOf(one.askedBy) ?? '同事',
      decidedBy: nameOf(one.decidedBy),
      letterId: one.letterId,
      can: one.state === 'waiting' && mayExtend && one.askedBy !== tx.actor.id ? ['decide'] : [],
    })),
    spans: read.spans.map((one) => {
      const { who, why, result } = spanTold(tx, complaint, one)
      const { id, kind, fromAt, toAt } = one
      return { id, kind, kindWord: SPAN_KINDS[kind], fromAt, toAt, who, why, result }
    }),
    rechecks: read.rechecks.map((one) => ({
      id: one.id,
      state: one.state,
      stateWord: recheckLifecycle.states[one.state].zh,
      askedAt: one.askedAt,
      why: recheckTold(tx, complaint, one).why,
      handler: nameOf(one.handlerId),
      outcomeWord: one.outcome && RECHECKED[one.outcome],
      letterId: one.letterId,
      letterNo: one.letterNo,
      toldAt: one.toldAt,
      can: [
        ...(mayRecheck && (one.state === 'asked' || one.state === 'assigned') ? ['assign'] : []),
        ...(mayRecheck && one.state === 'assigned' && one.handlerId === tx.actor.id ? ['decide'] : []),
        ...(mayRecheck && one.state === 'decided' ? ['tell'] : []),
      ],
    })),
  }
}

function mayAct(tx: Tx, complaint: ComplaintRecord, permission: Permission): boolean {
  return holds(tx.actor, permission) && recusedAs(tx.actor, complaint) === null
}

function canOf(tx: Tx, complaint: ComplaintRecord, read: Read, debts: number): string[] {
  const [decision] = read.decisions.filter((one) => one.round === complaint.round)
  return solvingCan({
    state: complaint.state,
    responsible: complaint.responsibleId === tx.actor.id,
    recused: recusedAs(tx.actor, complaint) !== null,
    holds: (permission) => holds(tx.actor, permission),
    replyAwaited: read.proposals[0]?.state === 'approved' && !isUnreachable(read.reach),
    receiptAwaited: (decision?.sentAt ?? null) !== null && decision?.way !== 'sms',
    pauseOpen: read.facts?.pausedOpen ?? false,
    extensionAsked: read.extensions.some((one) => one.state !== 'refused'),
    debts,
    recheckOpen: read.facts?.recheckOpen ?? false,
    rechecked: isRechecked(read.decisions[0]?.round ?? complaint.round, read.rechecks),
    decisionReached: read.decisions.some((one) => one.reachedAt !== null),
  })
}

/** CMP-12: the panel of a major complaint: command, plan, reports, lifting, and what may be done. */
import type { getMajor as route, MajorView } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import {
  complaintLifecycle,
  decideCoordination,
  liftWaitsFor,
  MAJOR_REPORTS,
  majorCan,
  majorLifecycle,
  recusedAs,
} from '@anpei/domain/complaints'
import { dayOfInstant, holds, ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { staffNames } from '../../identity/index.ts'
import { findComplaint, type ComplaintRecord } from '../store.ts'
import { majorOf, reportsOf, stepsOf, type MajorRecord, type MajorReported, type MajorStep } from './store-major.ts'

type Read = {
  readonly major: MajorRecord | null
  readonly steps: readonly MajorStep[]
  readonly reports: readonly MajorReported[]
}

export async function getMajor(tx: Tx, { params }: Input<typeof route>): Promise<Decision<MajorView>> {
  const found = await findComplaint(tx, params.complaintId, 'complaint.read')
  if (!found.ok) return found
  const complaint = found.value
  const [major, steps, reports] = await Promise.all([
    majorOf(tx, complaint),
    stepsOf(tx, complaint),
    reportsOf(tx, complaint),
  ])
  const read = { major, steps, reports }
  const names = await namesOf(tx, read)
  const named = (id: string) => names.get(id) ?? '同事'
  const who = (id: string | null) => (id === null ? null : { id, name: named(id) })
  const today = dayOfInstant(tx.now)
  return ok({
    state: major?.state ?? null,
    stateWord: major ? majorLifecycle.states[major.state].zh : '',
    reason: major?.told.reason ?? '',
    proposedAt: major?.proposedAt ?? null,
    declaredAt: major?.declaredAt ?? null,
    declaredBy: major?.declaredBy ? named(major.declaredBy) : null,
    leader: who(major?.leaderId ?? null),
    reportsTo: who(major?.reportsToId ?? null),
    settledAt: major?.settledAt ?? null,
    lift: liftOf(major, named),
    steps: steps.map(({ told, ownerId, doneBy, ...step }) => ({
      ...step,
      ...told,
      owner: { id: ownerId, name: named(ownerId) },
      late: step.doneAt === null && step.dueOn < today,
      doneBy: doneBy === null ? null : named(doneBy),
      canEnd: step.doneAt === null && mayEnd(tx, complaint, read, ownerId),
    })),
    reports: reports.map(({ id, kind, at, byId, toId, told }) => ({
      id,
      kind,
      kindWord: MAJOR_REPORTS[kind],
      at,
      by: named(byId),
      to: named(toId),
      text: told.text,
    })),
    liftWaitsFor: major ? liftWaitsFor({ state: major.state, ...progressOf(read) }) : [],
    can: canOf(tx, complaint, read),
  })
}

function liftOf(major: MajorRecord | null, named: (id: string) => string): MajorView['lift'] {
  if (!major?.liftAskedAt) return null
  const { liftAskedAt, liftAskedBy, judgedBy, told } = major
  return {
    askedBy: liftAskedBy && named(liftAskedBy),
    askedAt: liftAskedAt,
    reason: told.liftReason,
    judgedBy: judgedBy && named(judgedBy),
    answer: told.answer,
  }
}

function mayEnd(tx: Tx, complaint: ComplaintRecord, { major }: Read, ownerId: string): boolean {
  const mine = ownerId === tx.actor.id || major?.leaderId === tx.actor.id
  return (mine || holds(tx.actor, 'complaint.coordinate')) && recusedAs(tx.actor, complaint) === null
}

function canOf(tx: Tx, complaint: ComplaintRecord, read: Read): string[] {
  const { major } = read
  const coordinates = decideCoordination(tx.actor, complaint, complaint.coordinatorId).ok
  return majorCan({
    state: major?.state ?? null,
    open: complaintLifecycle.states[complaint.state].phase === 'open',
    recused: recusedAs(tx.actor, complaint) !== null,
    leads: major?.leaderId === tx.actor.id,
    coordinates: coordinates && holds(tx.actor, 'complaint.coordinate'),
    approves: holds(tx.actor, 'complaint.approve'),
    asked: major?.liftAskedBy === tx.actor.id,
    ...progressOf(read),
  })
}

function progressOf({ steps, reports }: Read) {
  return {
    given: reports.map((one) => one.kind),
    openSteps: steps.filter((one) => one.doneAt === null).length,
  }
}

function namesOf(tx: Tx, { major, steps, reports }: Read): Promise<ReadonlyMap<string, string>> {
  const ids = [
    major?.declaredBy,
    major?.leaderId,
    major?.reportsToId,
    major?.liftAskedBy,
    major?.judgedBy,
    ...steps.flatMap((one) => [one.ownerId, one.doneBy]),
    ...reports.flatMap((one) => [one.byId, one.toId]),
  ]
  return staffNames(tx.db, tx.actor.tenantId, [...new Set(ids.flatMap((id) => id ?? []))])
}

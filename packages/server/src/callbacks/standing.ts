/** CMP-10: how the newest callback about a subject stands, for whoever may not close before it was made. */
import {
  countTries,
  type CallbackOccasion,
  type CallbackOutcome,
  type CallbackWay,
  type DayPart,
  type EvidenceKind,
  type Satisfied,
} from '@anpei/domain/callbacks'
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { attemptsOfAll, type AttemptRow } from './store-attempts.ts'
import { callbacksWhere, type CallbackRecord } from './store.ts'

export type CallbackStanding = {
  readonly id: string
  readonly callbackNo: string
  readonly occasion: CallbackOccasion
  readonly round: number
  /** `owed` also while somebody is trying. */
  readonly state: 'owed' | 'reached' | 'exhausted'
  readonly dueOn: Day
  /** Every one has its evidence; without it none is written down. */
  readonly attempts: readonly {
    readonly at: Instant
    readonly dayPart: DayPart
    readonly channel: CallbackWay
    readonly outcome: CallbackOutcome
    readonly evidence: EvidenceKind
  }[]
  /** Days on which it was tried in vain. */
  readonly distinctDays: number
  readonly satisfied: Satisfied | null
  /** Reached, and did not want to be asked. */
  readonly declined: boolean
}

/** null: none was ever owed, or the last one is no longer needed. */
export async function callbackStanding(
  tx: Tx,
  subject: { readonly kind: string; readonly id: string },
): Promise<CallbackStanding | null> {
  return (await callbackStandings(tx, subject.kind, [subject.id])).get(subject.id) ?? null
}

/** The same of a page of subjects of one kind, by their ids; whoever is owed none is not among them. */
export async function callbackStandings(
  tx: Tx,
  kind: string,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, CallbackStanding>> {
  const newest = await callbacksWhere(
    tx,
    sql`c.id in (select distinct on (n.subject_id) n.id from callback n where n.tenant_id = ${tx.actor.tenantId}
      and n.subject_kind = ${kind} and n.subject_id = any(${[...subjectIds]}::uuid[])
      order by n.subject_id, n.owed_at desc, n.round desc, n.id desc)`,
  )
  const standing = newest.filter((callback) => callback.state !== 'dropped')
  const attempts = await attemptsOfAll(
    tx,
    standing.map((callback) => callback.id),
  )
  return new Map(standing.map((one) => [one.subjectId, standingOf(one, attempts.get(one.id) ?? [])]))
}

function standingOf(callback: CallbackRecord, attempts: readonly AttemptRow[]): CallbackStanding {
  const { id, callbackNo, occasion, round, state, dueOn, satisfied, declined } = callback
  return {
    id,
    callbackNo,
    occasion,
    round,
    state: state === 'reached' || state === 'exhausted' ? state : 'owed',
    dueOn,
    attempts: attempts.map(({ at, dayPart, way, outcome, evidence }) => ({
      at,
      dayPart,
      channel: way,
      outcome,
      evidence,
    })),
    distinctDays: countTries(attempts).days.length,
    satisfied,
    declined,
  }
}

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
import { attemptsOf } from './store-attempts.ts'
import { callbacksWhere } from './store.ts'

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
  const [callback] = await callbacksWhere(
    tx,
    sql`c.subject_id = ${subject.id} and c.subject_kind = ${subject.kind}
      order by c.owed_at desc, c.round desc, c.id desc limit 1`,
  )
  if (!callback || callback.state === 'dropped') return null
  const attempts = await attemptsOf(tx, callback.id)
  const { id, callbackNo, occasion, round, state, dueOn, satisfied, declined } = callback
  return {
    id,
    callbackNo,
    occasion,
    round,
    state: state === 'contacting' ? 'owed' : state,
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

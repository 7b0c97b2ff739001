/**
 * T12: a fault of the online service as it may stand in the register, and when a silence of the machine was one. Only
 * what is received after it was entered runs under T12: nobody makes a broken T11 good afterwards.
 */
import { ok, refuse, type Decision, type Instant } from '../kernel/index.ts'

type FaultTold = { readonly beganAt: Instant; readonly endedAt: Instant | null; readonly now: Instant }

export function decideFault({ beganAt, endedAt, now }: FaultTold): Decision<true> {
  const [from, to, present] = [Date.parse(beganAt), endedAt === null ? null : Date.parse(endedAt), Date.parse(now)]
  return from > present || (to !== null && (to <= from || to > present)) ? refuse('sla.fault_times') : ok(true)
}

const SILENCE_MS = 10 * 60_000

/** A clock that was put back is no silence. */
export function wasDown(lastSeenAt: Instant | null, now: Instant): boolean {
  return lastSeenAt !== null && Date.parse(now) - Date.parse(lastSeenAt) > SILENCE_MS
}

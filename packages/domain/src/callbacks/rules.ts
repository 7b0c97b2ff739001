/** CBK-02, CMP-10: how often, on which days and parts of the day somebody is tried, as data (config/callbacks). */
import { ok, refuse, type Decision } from '../kernel/index.ts'

export type CallbackRules = {
  /** Days after a claim ended (T26). */
  readonly afterClaimDays: number
  readonly leastAttempts: number
  readonly leastDays: number
  readonly leastDayParts: number
  /** Tries by another way than the telephone, beyond the least. */
  readonly leastOtherWays: number
  readonly noteLeast: number
  readonly lateEntryDays: number
  readonly followUpDays: number
  /** The hour (Shanghai) each part of the day ends. */
  readonly morningEnds: number
  readonly afternoonEnds: number
}

const LIMITS: Readonly<Record<keyof CallbackRules, readonly [number, number]>> = {
  afterClaimDays: [1, 7],
  // Never fewer than the promise asks for.
  leastAttempts: [3, 20],
  leastDays: [3, 20],
  leastDayParts: [2, 3],
  leastOtherWays: [1, 5],
  noteLeast: [4, 100],
  lateEntryDays: [1, 7],
  followUpDays: [1, 30],
  morningEnds: [11, 13],
  afternoonEnds: [17, 19],
}

export function parseCallbackRules(input: unknown): Decision<CallbackRules> {
  const given: ReadonlyMap<string, unknown> = new Map(
    typeof input === 'object' && input !== null ? Object.entries(input) : [],
  )
  const wrong = Object.entries(LIMITS).find(([name, [least, most]]) => {
    const value = given.get(name)
    return typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most
  })
  if (wrong) return refuse('callback.rules_malformed', { where: wrong[0] })
  const of = (name: keyof CallbackRules): number => Number(given.get(name))
  return ok({
    afterClaimDays: of('afterClaimDays'),
    leastAttempts: of('leastAttempts'),
    leastDays: of('leastDays'),
    leastDayParts: of('leastDayParts'),
    leastOtherWays: of('leastOtherWays'),
    noteLeast: of('noteLeast'),
    lateEntryDays: of('lateEntryDays'),
    followUpDays: of('followUpDays'),
    morningEnds: of('morningEnds'),
    afternoonEnds: of('afternoonEnds'),
  })
}

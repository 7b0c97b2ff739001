/**
 * NTF-02, CLM-05: papers that are handed in one after the other are one occasion. The page says at once that a paper
 * has arrived; the notice comes once, after the last of them, and counts them all.
 */
import type { Instant } from '../kernel/index.ts'
import { OTHER_PAPER_CODE } from './review.ts'

/** An elder who photographs seven papers needs a quarter of an hour. */
const ROUND_MINUTES = 20
/** What was being written when the round ended is counted too. */
const GRACE_MINUTES = 1
const MINUTE_MS = 60_000

export type PapersArrival = {
  readonly id: string
  /** When it was entered, by the server. */
  readonly enteredAt: Instant
  readonly codes: readonly string[]
}

export type PapersRound = {
  /** The arrival it began with. */
  readonly firstId: string
  readonly tellAt: Instant
  /** Papers; pages of one paper that came one by one are one. */
  readonly count: number
}

/** The round an arrival belongs to; `arrivals`: of its claim, oldest first. */
export function papersRoundOf(arrivals: readonly PapersArrival[], id: string): PapersRound | null {
  const rounds: PapersArrival[][] = []
  for (const one of arrivals) {
    const round = rounds.at(-1)
    const began = round?.[0]?.enteredAt
    const isNew = began === undefined || Math.abs(minutesBetween(began, one.enteredAt)) >= ROUND_MINUTES
    if (isNew || !round) rounds.push([one])
    else round.push(one)
  }
  const round = rounds.find((ones) => ones.some((one) => one.id === id))
  const first = round?.[0]
  if (!round || !first) return null
  const codes = round.flatMap((one) => one.codes)
  const others = codes.filter((code) => code === OTHER_PAPER_CODE)
  return {
    firstId: first.id,
    tellAt: new Date(Date.parse(first.enteredAt) + (ROUND_MINUTES + GRACE_MINUTES) * MINUTE_MS).toISOString(),
    count: new Set(codes.filter((code) => code !== OTHER_PAPER_CODE)).size + others.length,
  }
}

function minutesBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / MINUTE_MS
}

/**
 * Work that lies open when the demo is first opened: cases at every step, most of them in time, a few past half of
 * their promise or near its end, one or two late. They live through the same acts as the history, stopped on the way.
 */
import { addDays, type Day } from '@anpei/domain/kernel'
import { liveClaim, type Stage } from '../life/index.ts'
import { isThere, synthClaims, type RosterRow, type SynthClaim } from '../synth/index.ts'
import { instantBefore } from './working-days.ts'

const SEED = 23
/** Accidents are drawn among so many people that enough of them fit; whom they befall is chosen from the roster. */
const DRAWN_AMONG = 120_000
const HEALED_BEFORE_DAYS = 16
/** The part of the roster these people are taken from, where the history seldom reaches. */
const FROM_SHARE = 0.6
/**
 * A case a line: how many working days ago it was reported, its papers were complete, reviewed, decided, approved. A
 * review has three working days, a payment up to ¥5,000 three.
 */
const CASES: readonly (readonly number[])[] = [
  [0],
  [1],
  [2],
  [3],
  [3, 0],
  [4, 1],
  [5, 1],
  [6, 1],
  [5, 2],
  [8, 3],
  [11, 5],
  [6, 2, 1],
  [7, 2, 1],
  [7, 3, 2],
  [7, 4, 2, 1],
  [8, 4, 3, 1],
  [9, 5, 4, 3, 1],
  [10, 6, 5, 4, 2],
]

export function liveOpenWork(stage: Stage, roster: readonly RosterRow[], today: Day): void {
  const people = roster.slice(Math.floor(roster.length * FROM_SHARE)).filter(isThere)
  const claims = accidents(today)
  for (const [place, days] of CASES.entries()) {
    const [claim, row] = [claims[place], people[place * 3]]
    if (!claim || !row) return
    const plan = days.map((ago, step) => instantBefore(today, ago, step + (place % 3)))
    const insured = { name: row.name, idNumber: row.idNumber, phone: row.phone || '0754-80000000' }
    liveClaim({ ...stage, agenda: asPlanned(stage.agenda, plan) }, claim, insured)
  }
}

/** The life's acts at the planned instants, one after the other; what comes after the plan waits for a person. */
function asPlanned(agenda: Stage['agenda'], plan: readonly string[]): Stage['agenda'] {
  let step = 0
  return {
    get waiting() {
      return agenda.waiting
    },
    at: (_instant, act) => {
      const planned = plan[step++]
      if (planned !== undefined) agenda.at(planned, act)
    },
    runUntil: (end, onInstant) => agenda.runUntil(end, onInstant),
  }
}

/** Stays in hospital that ended before the earliest papers are brought. */
function accidents(today: Day): readonly SynthClaim[] {
  const healedOn = addDays(today, -HEALED_BEFORE_DAYS)
  const from = addDays(today, -50)
  return synthClaims({ people: DRAWN_AMONG, seed: SEED, from, to: addDays(today, -25) }).filter(
    (claim) =>
      claim.kind === 'hospital' &&
      claim.disabilities.length === 0 &&
      claim.stays.every((stay) => stay.dischargedOn < healedOn),
  )
}

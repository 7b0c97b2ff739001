/**
 * Three old cases in which somebody was given too little, so that the under-payment sweep has something to find
 * (CLM-16): a stay denied that was covered, a bus that was told and overlooked, a grade milder than its item.
 */
import { addDays, type Day } from '@anpei/domain/kernel'
import { liveClaim, type Slip, type Stage } from '../life/index.ts'
import { isThere, synthClaims, type RosterRow, type SynthClaim } from '../synth/index.ts'

const SEED = 31
/** Accidents are drawn among so many people that one of each sort is found. */
const DRAWN_AMONG = 600_000
const FROM_DAYS_AGO = 330
const TO_DAYS_AGO = 215
/** The part of the roster these people are taken from, behind those of the open work. */
const FROM_SHARE = 0.8

const SLIPS: readonly (readonly [Slip, (claim: SynthClaim) => boolean])[] = [
  ['denied', (claim) => claim.kind === 'hospital' && claim.stays.length === 1],
  ['vehicle', (claim) => claim.kind === 'death' && claim.vehicle === 'commercialRoad'],
  ['grade', (claim) => claim.kind === 'disability' && claim.disabilities[0]?.part === '髋部'],
]

export function liveMistakes(stage: Stage, roster: readonly RosterRow[], today: Day): void {
  const people = roster.slice(Math.floor(roster.length * FROM_SHARE)).filter(isThere)
  const [from, to] = [addDays(today, -FROM_DAYS_AGO), addDays(today, -TO_DAYS_AGO)]
  const plain = synthClaims({ people: DRAWN_AMONG, seed: SEED, from, to }).filter(({ hint }) => hint.expect === 'pay')
  for (const [place, [slip, suits]] of SLIPS.entries()) {
    const [claim, row] = [plain.find(suits), people[place * 5]]
    if (!claim || !row) continue
    const insured = { name: row.name, idNumber: row.idNumber, phone: row.phone || '0754-80000000' }
    liveClaim({ ...stage, slip }, claim, insured)
  }
}

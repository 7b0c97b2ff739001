/** Where lives of claims are played: who acts, what the time is, and what comes next. */
import { startOfDay, type Day } from '@anpei/domain/kernel'
import type { Act } from '@anpei/server/http'
import type { SynthClaim } from '../synth/index.ts'
import type { Agenda } from './agenda.ts'
import type { Cast } from './cast.ts'

export type Insured = { readonly name: string; readonly idNumber: string; readonly phone: string }

/**
 * What the colleague who decides this case gets wrong: denies what is owed, overlooks the vehicle that was told, or
 * types another grade than the item's.
 */
export type Slip = 'denied' | 'vehicle' | 'grade'

export type Stage = {
  readonly act: Act
  readonly cast: Cast
  readonly agenda: Agenda
  readonly today: () => Day
  /** Whole number in [0, below): the same in every run. */
  readonly draw: (below: number) => number
  readonly slip?: Slip
  /** Told of everything that did not go as a story of this kind may go. */
  readonly onSurprise: (error: unknown, claim: SynthClaim) => void
}

const OPENS_MS = 9 * 3_600_000
const HOUR_MS = 3_600_000

/** Puts work on the agenda for some hour of the working day. */
export function schedule(stage: Stage, claim: SynthClaim, day: Day, work: () => Promise<void>): void {
  const at = new Date(Date.parse(startOfDay(day)) + OPENS_MS + stage.draw(8) * HOUR_MS).toISOString()
  stage.agenda.at(at, async () => {
    try {
      await work()
    } catch (error) {
      stage.onSurprise(error, claim)
    }
  })
}

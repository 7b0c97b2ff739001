/** SLA §2 rule 20: a clock as its page shows it: what runs, until when, and why until then. */
import { z } from 'zod'
import { Instant, TimeLeft } from '../kernel/index.ts'

export const ClockShown = z.object({
  id: z.string(),
  run: z.int(),
  name: z.string(),
  /** Law, promise, contract … */
  kind: z.string(),
  /** The complainant's time to act, no promise of ours. */
  right: z.boolean(),
  state: z.string(),
  startedAt: Instant,
  dueAt: Instant.nullable(),
  stoppedAt: Instant.nullable(),
  explanation: z.string(),
  timeLeft: TimeLeft.nullable(),
})
export type ClockShown = z.output<typeof ClockShown>

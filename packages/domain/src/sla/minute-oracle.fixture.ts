/**
 * A clock told by walking: minute after minute through local time, with a stopwatch in the hand. It shares nothing with
 * the engine, neither code nor calendar, and knows only what SLA §2 says in words (rules 4, 5, 7, 9).
 */
export type Step =
  | { readonly do: 'pause' | 'resume' | 'stop'; readonly minute: number }
  | { readonly do: 'budget'; readonly minute: number; readonly minutes: number }

export type Told = {
  /** Minute it is due; null while paused, or once it broke. */
  readonly due: number | null
  readonly brokeAt: number | null
  readonly cause: 'overdue' | 'reclassified' | null
  readonly state: 'running' | 'paused' | 'met' | 'broken'
}

const DAY = 1440
const OFF = new Set(['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'])
const MAKE_UP = new Set(['2026-09-20', '2026-10-10'])

/** Minutes are counted from 2026-09-14 00:00, a Monday in Shanghai. */
function isOpen(minute: number): boolean {
  const day = Math.floor(minute / DAY)
  const date = new Date(Date.UTC(2026, 8, 14 + day)).toISOString().slice(0, 10)
  const works = MAKE_UP.has(date) || (day % 7 < 5 && !OFF.has(date))
  const ofDay = minute % DAY
  return works && ((ofDay >= 540 && ofDay < 720) || (ofDay >= 810 && ofDay < 1050))
}

/** Steps in the order of their minutes, none before `start`. */
export function walk(start: number, minutes: number, steps: readonly Step[]): Told {
  let budget = minutes
  let used = 0
  let running = true
  let fullAt = budget === 0 ? start : null
  let broke: { at: number; cause: 'overdue' | 'reclassified' } | null = null
  const last = steps.at(-1)?.minute ?? start
  let next = 0
  for (let now = start; ; now += 1) {
    while (steps[next]?.minute === now) {
      const step = steps[next]
      next += 1
      if (step === undefined) break
      // A full clock that goes on past this minute was late; one that is touched at this very minute is not.
      if (running && fullAt !== null && fullAt < now) broke ??= { at: fullAt, cause: 'overdue' }
      if (step.do === 'stop') {
        const state = broke === null ? 'met' : 'broken'
        return { due: null, brokeAt: broke?.at ?? null, cause: broke?.cause ?? null, state }
      }
      if (step.do === 'pause') running = false
      if (step.do === 'resume') {
        // What was full when the pause began, and not late, is due when it ends.
        if (!running && fullAt !== null && broke === null) fullAt = now
        running = true
      }
      if (step.do === 'budget') {
        budget = step.minutes
        if (used >= budget) {
          broke ??= { at: now, cause: 'reclassified' }
          fullAt ??= now
        } else {
          if (broke?.cause === 'reclassified') broke = null
          fullAt = null
        }
      }
    }
    if (now >= last && (!running || fullAt !== null)) {
      const state = running ? 'running' : 'paused'
      const due = running && broke === null ? fullAt : null
      return { due, brokeAt: broke?.at ?? null, cause: broke?.cause ?? null, state }
    }
    if (!running || !isOpen(now)) continue
    used += 1
    if (used === budget) fullAt = now + 1
  }
}

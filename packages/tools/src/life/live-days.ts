/** Plays the agenda day by day: banks answer, money leaves, jobs run, as in a working week. */
import { addDays, dayNumber, startOfDay, type Day } from '@anpei/domain/kernel'
import { finishWork } from '@anpei/server/app'
import type { App } from '@anpei/server/http'
import type { travelClock } from '@anpei/server/kernel'
import { bankAnswers, payWhatIsDue } from './payments.ts'
import type { Stage } from './stage.ts'

export type Days = {
  readonly stage: Stage
  readonly clock: ReturnType<typeof travelClock>
  readonly app: App
  readonly url: string
  readonly from: Day
  /** The first day that is not lived any more. */
  readonly before: Day
  readonly onDay: (day: Day) => Promise<void>
  /** Days on which waiting jobs run; starting a worker costs more than the jobs of a day. */
  readonly jobsOn: (day: Day, weekday: number) => boolean
}

const EVENING_MS = 18 * 3_600_000

export async function liveDays(days: Days): Promise<void> {
  const { stage, clock } = days
  let batchId: string | null = null
  for (let day = days.from; day < days.before; day = addDays(day, 1)) {
    await stage.agenda.runUntil(startOfDay(addDays(day, 1)), async (at) => clock.set(at))
    clock.set(new Date(Date.parse(startOfDay(day)) + EVENING_MS).toISOString())
    const weekday = (dayNumber(day) + 4) % 7
    if (batchId && (weekday === 3 || weekday === 6)) {
      await bankAnswers(stage, batchId)
      batchId = null
    }
    if (weekday === 2 || weekday === 5) batchId ??= await payWhatIsDue(stage)
    if (days.jobsOn(day, weekday)) await finishWork(days.app, days.url)
    await days.onDay(day)
  }
  await finishWork(days.app, days.url)
}

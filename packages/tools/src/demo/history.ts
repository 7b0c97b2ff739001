/** Fourteen months of claims before today, at the rates of the generator thinned to what the premium can carry. */
import { addDays, dayOfInstant, startOfDay, type Day } from '@anpei/domain/kernel'
import { allRoutes, jobHandlers } from '@anpei/server/app'
import { actInProcess } from '@anpei/server/http'
import { runJobsOnce } from '@anpei/server/jobs'
import { travelClock } from '@anpei/server/kernel'
import { makeAgenda } from '../life/agenda.ts'
import { gatherCast } from '../life/cast.ts'
import { liveClaim } from '../life/claim-life.ts'
import { bankAnswers, payWhatIsDue } from '../life/payments.ts'
import type { Stage } from '../life/stage.ts'
import { synthClaims, type RosterRow, type SynthClaim } from '../synth/index.ts'
import type { DemoOptions } from './load.ts'

const SEED = 7
const FIRST_DAY = '2025-10-01'
const TENANT_ID = 1
/**
 * The rates known from sister schemes (1.15 % a head, about ¥1,350 a claim) belong to dearer cover: at ¥10 a head they
 * would pay out half as much again as comes in. Two of five claims bring the demo to its floor of about 60 %.
 */
const KEPT_OF_FIVE = 2
const TOGETHER = 8

export async function liveHistory(options: DemoOptions, roster: readonly RosterRow[], log: (line: string) => void): Promise<void> {
  const clock = travelClock(startOfDay(FIRST_DAY))
  const today = dayOfInstant(new Date().toISOString())
  const app = options.assemble(clock)
  const surprises: string[] = []
  const random = drawer(SEED)
  const stage: Stage = {
    act: actInProcess(app, allRoutes), cast: await gatherCast(app, options.url, TENANT_ID), agenda: makeAgenda(TOGETHER), draw: random,
    today: () => dayOfInstant(clock.now()),
    onSurprise: (error, claim) => surprises.push(`${claim.accidentOn} ${claim.kind}: ${error instanceof Error ? error.message : String(error)}`),
  }
  const claims = chosen(roster, today)
  for (const { claim, row } of claims) liveClaim(stage, claim, { name: row.name, idNumber: row.idNumber, phone: row.phone || '0754-80000000' })
  await liveDays(stage, clock, today, options, app, (day) => log(`  历史赔案 ${day} [living ${claims.length} past claims]`))
  if (surprises.length > 0) log(`  ${surprises.length} 件未走完，例如 ${surprises[0]} [some cases stopped on the way]`)
}

async function liveDays(
  stage: Stage, clock: ReturnType<typeof travelClock>, today: Day, options: DemoOptions, app: Parameters<typeof jobHandlers>[0],
  onMonth: (day: Day) => void,
): Promise<void> {
  let batchId: string | null = null
  for (let day: Day = FIRST_DAY; day < today; day = addDays(day, 1)) {
    await stage.agenda.runUntil(startOfDay(addDays(day, 1)), async (at) => clock.set(at))
    clock.set(new Date(Date.parse(startOfDay(day)) + 18 * 3_600_000).toISOString())
    const weekday = new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay()
    if (batchId && (weekday === 3 || weekday === 6)) {
      await bankAnswers(stage, batchId)
      batchId = null
    }
    if (weekday === 2 || weekday === 5) batchId = await payWhatIsDue(stage)
    if (weekday === 0) await runJobsOnce(options.url, jobHandlers(app))
    if (day.endsWith('-01')) onMonth(day)
  }
  await runJobsOnce(options.url, jobHandlers(app))
}

function chosen(roster: readonly RosterRow[], today: Day): { claim: SynthClaim; row: RosterRow }[] {
  const claims = synthClaims({ people: roster.length, seed: SEED, from: FIRST_DAY, to: addDays(today, -3) })
  return claims.flatMap((claim, index) => {
    const row = roster[claim.personIndex]
    return row && index % 5 < KEPT_OF_FIVE && claim.reportedOn < today ? [{ claim, row }] : []
  })
}

/** Whole numbers that come out the same in every run (Mulberry32). */
function drawer(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** Fourteen months of claims before today, at the rates of the generator thinned to what the premium can carry. */
import { refusalText } from '@anpei/contract/api'
import { addDays, dayOfInstant, startOfDay, type Day } from '@anpei/domain/kernel'
import { allRoutes, roundSteps } from '@anpei/server/app'
import { actInProcess, fill, Refused } from '@anpei/server/http'
import { travelClock } from '@anpei/server/kernel'
import { drawer, gatherCast, liveClaim, liveDays, makeAgenda, type Stage } from '../life/index.ts'
import { synthClaims, type RosterRow, type SynthClaim } from '../synth/index.ts'
import { liveWithdrawn, makeDueCallbacks } from './callbacks.ts'
import { liveComplaints } from './complaints.ts'
import { liveMistakes } from './mistakes.ts'
import { liveOpenWork } from './open-work.ts'
import type { DemoOptions } from './options.ts'
import { endDueTasks } from './tasks.ts'

const SEED = 7
const FIRST_DAY = '2025-10-01'
const TENANT_ID = 1
/**
 * The rates known from sister schemes (1.15 % a head, about ¥1,350 a claim) belong to dearer cover: at ¥10 a head they
 * would pay out half as much again as comes in. Two of five claims bring the demo to its floor of about 60 %.
 */
const KEPT_OF_FIVE = 2
const TOGETHER = 8
/** As many days before today the jobs run every evening, as in life: what is open then was told in time. */
const LIVELY_DAYS = 20

export async function liveHistory(
  options: DemoOptions,
  roster: readonly RosterRow[],
  log: (line: string) => void,
): Promise<void> {
  const clock = travelClock(startOfDay(FIRST_DAY))
  const today = dayOfInstant(new Date().toISOString())
  const app = options.assemble(clock)
  const surprises: string[] = []
  const random = drawer(SEED)
  const stage: Stage = {
    act: actInProcess(app, allRoutes),
    cast: await gatherCast(app, options.url, TENANT_ID),
    agenda: makeAgenda(TOGETHER),
    draw: random,
    today: () => dayOfInstant(clock.now()),
    onSurprise: (error, claim) => surprises.push(`${claim.accidentOn} ${sentenceOf(error)}`),
  }
  const claims = chosen(roster, today)
  for (const { claim, row } of claims)
    liveClaim(stage, claim, { name: row.name, idNumber: row.idNumber, phone: row.phone || '0754-80000000' })
  liveOpenWork(stage, roster, today)
  liveMistakes(stage, roster, today)
  liveWithdrawn(stage, roster, today)
  liveComplaints(stage, options.url, roster, today)
  const lively = addDays(today, -LIVELY_DAYS)
  // Lived days have one round each: the silence between them is no fault of the service (T12).
  const lived = roundSteps.filter(({ task }) => task !== 'service.watch')
  await liveDays({
    stage,
    clock,
    app,
    url: options.url,
    from: FIRST_DAY,
    before: today,
    jobsOn: (day) => day >= lively || day.endsWith('-28'),
    onDay: async (day) => {
      if (day >= lively) for (const { work } of lived) await work(app, TENANT_ID)
      await makeDueCallbacks(app, stage, options.url, clock.now())
      if (day >= lively || day.endsWith('-28')) await endDueTasks(stage, options.url, clock.now())
      if (day.endsWith('-01')) log(`  历史赔案 ${day} [living ${claims.length} past claims]`)
    },
  })
  await stage.agenda.runUntil(new Date().toISOString(), async (at) => clock.set(at))
  if (surprises.length > 0) log(`  ${surprises.length} 件未走完，例如 ${surprises[0]} [some cases stopped on the way]`)
}

/** A refusal in the words a clerk would read. */
function sentenceOf(error: unknown): string {
  if (error instanceof Refused) return fill(refusalText(error.code).zh, { ...error.facts })
  return error instanceof Error ? error.message : String(error)
}

function chosen(roster: readonly RosterRow[], today: Day): { claim: SynthClaim; row: RosterRow }[] {
  const claims = synthClaims({ people: roster.length, seed: SEED, from: FIRST_DAY, to: addDays(today, -3) })
  const died = new Set<number>()
  return claims.flatMap((claim, index) => {
    const row = roster[claim.personIndex]
    if (!row || index % 5 >= KEPT_OF_FIVE || claim.reportedOn >= today || died.has(claim.personIndex)) return []
    // Nobody has a further accident; the generator draws each claim by itself.
    if (claim.deathOn !== null) died.add(claim.personIndex)
    return [{ claim, row }]
  })
}

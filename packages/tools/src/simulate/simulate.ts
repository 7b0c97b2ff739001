/**
 * Lives some months of the programme from a seed on a database of its own, and checks the invariants after every day.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, dayOfInstant, startOfDay, systemActor, type Day } from '@anpei/domain/kernel'
import { allRoutes, assembleApp } from '@anpei/server/app'
import { newKeyRing } from '@anpei/server/crypto'
import { seedSharing } from '@anpei/server/customers'
import { asOwner, migrate, openPool } from '@anpei/server/db'
import { startEmbedded } from '@anpei/server/embedded'
import { writeCsv } from '@anpei/server/files'
import { actInProcess, systemWrite, type App } from '@anpei/server/http'
import { seedTenantPeople, seedTenants } from '@anpei/server/identity'
import { travelClock } from '@anpei/server/kernel'
import { importRoster, seedProgrammes } from '@anpei/server/programme'
import { drawer, gatherCast, liveClaim, liveDays, makeAgenda, type Stage } from '../life/index.ts'
import { cellsOf, ROSTER_COLUMNS, synthClaims, synthRoster, type RosterRow } from '../synth/index.ts'
import { sql } from 'kysely'
import { brokenInvariants, type Broken } from './invariants.ts'
import { goRound, planRounds, type Rounds } from './notice-rounds.ts'
import { noticeSums, type NoticeSums } from './notice-sums.ts'

export type SimulateOptions = { readonly seed: number; readonly months: number; readonly people: number }
export type SimulateAnswer = {
  readonly days: number
  readonly claims: number
  readonly closed: number
  readonly paidFen: number
  readonly clocks: ClockSums
  readonly notices: NoticeSums
  readonly surprises: readonly string[]
  readonly broken: readonly (Broken & { day: Day })[]
}

const FIRST_DAY = '2025-10-01'
const TENANT_ID = 1

export async function simulate(options: SimulateOptions, onDay: (day: Day) => void): Promise<SimulateAnswer> {
  const folder = mkdtempSync(join(tmpdir(), 'anpei-simulate-'))
  const postgres = await startEmbedded({ folder, log: () => undefined, throwaway: true })
  const ring = newKeyRing()
  try {
    await migrate(postgres.ownerUrl)
    await asOwner(postgres.ownerUrl, seedTenants)
    const pool = openPool(postgres.ownerUrl, 8)
    const clock = travelClock(startOfDay(FIRST_DAY))
    try {
      return await liveYear(
        assembleApp({ pool, ring, clock, folder, demo: true }),
        clock,
        postgres.ownerUrl,
        options,
        onDay,
      )
    } finally {
      await pool.close()
    }
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function liveYear(
  app: App,
  clock: ReturnType<typeof travelClock>,
  url: string,
  options: SimulateOptions,
  onDay: (day: Day) => void,
): Promise<SimulateAnswer> {
  const roster = [...synthRoster({ people: options.people, seed: options.seed, asOf: FIRST_DAY, errors: 0 })]
  await prepare(app, roster)
  const surprises: string[] = []
  const broken: (Broken & { day: Day })[] = []
  const stage: Stage = {
    act: actInProcess(app, allRoutes),
    cast: await gatherCast(app, url, TENANT_ID),
    agenda: makeAgenda(6),
    draw: drawer(options.seed),
    today: () => dayOfInstant(clock.now()),
    onSurprise: (error, claim) =>
      surprises.push(`${claim.accidentOn} ${claim.kind}: ${error instanceof Error ? error.message : String(error)}`),
  }
  const before = addDays(FIRST_DAY, Math.round(options.months * 30.4))
  const claims = synthClaims({ people: roster.length, seed: options.seed, from: FIRST_DAY, to: addDays(before, -1) })
  for (const claim of claims) {
    const row = roster[claim.personIndex]
    if (row) liveClaim(stage, claim, { name: row.name, idNumber: row.idNumber, phone: row.phone || '0754-80000000' })
  }
  let days = 0
  // One connection looks at every evening: opening one for each day costs more than the looking.
  await asOwner(url, (db) => {
    const rounds: Rounds = { app, tenantId: TENANT_ID, stage, db }
    for (let day: Day = FIRST_DAY; day < before; day = addDays(day, 1)) planRounds(rounds, day, options.seed)
    return liveDays({
      stage,
      clock,
      app,
      url,
      from: FIRST_DAY,
      before,
      jobsOn: (_day, weekday) => weekday === 0,
      onDay: async (day) => {
        days += 1
        await goRound(rounds)
        // An invariant is told on the first day it does not hold.
        for (const one of await brokenInvariants(db, clock.now()))
          if (!broken.some(({ name }) => name === one.name)) broken.push({ ...one, day })
        onDay(day)
      },
    })
  })
  return {
    days,
    claims: claims.length,
    surprises,
    broken,
    ...(await sums(url)),
    clocks: await clockSums(url),
    notices: await noticeSums(url),
  }
}

/** Clocks by how they ended, and what was announced of them. */
type ClockSums = { readonly met: number; readonly broken: number; readonly open: number; readonly announced: number }

async function clockSums(url: string): Promise<ClockSums> {
  return asOwner(url, async (db) => {
    const { rows } = await sql<ClockSums>`select count(*) filter (where state = 'met')::int as met,
        count(*) filter (where state = 'broken')::int as broken,
        count(*) filter (where state in ('running', 'paused'))::int as open,
        (select count(*)::int from clock_announcement where fired) as announced from clock`.execute(db)
    return rows[0] ?? { met: 0, broken: 0, open: 0, announced: 0 }
  })
}

async function sums(url: string): Promise<{ closed: number; paidFen: number }> {
  return asOwner(url, async (db) => {
    const row = await db
      .selectFrom('claim')
      .select((eb) => [
        eb.fn.countAll<bigint>().filterWhere('state', '=', 'closed').as('closed'),
        eb.fn.sum<string>('paid_fen').as('paid'),
      ])
      .executeTakeFirstOrThrow()
    return { closed: Number(row.closed), paidFen: Number(row.paid ?? 0) }
  })
}

async function prepare(app: App, roster: readonly RosterRow[]): Promise<void> {
  const system = systemActor(TENANT_ID, 'simulate')
  await systemWrite(app, system, async (tx) => {
    await seedTenantPeople(tx.db, TENANT_ID, tx.vault, tx.now)
    await seedSharing(tx.db, TENANT_ID, tx.now)
    await seedProgrammes(tx.db, TENANT_ID, tx.now)
  })
  const { id } = await app.pool.withTenant(TENANT_ID, ({ db }) =>
    db.selectFrom('programme').select('id').executeTakeFirstOrThrow(),
  )
  const table = function* () {
    yield ROSTER_COLUMNS
    for (const row of roster) yield cellsOf(row)
  }
  const answer = await importRoster(app, system, {
    programmeId: id,
    kind: 'initial',
    fileName: 'simulate.csv',
    asOfOn: FIRST_DAY,
    source: () => writeCsv(table()),
  })
  if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.facts)}`)
}

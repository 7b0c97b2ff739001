/**
 * Loads the demo into an empty database: the organisation, the programme, a roster file written by `synth` and read by
 * the importer a user uses, and a history of claims lived through the commands of the server. A later start finds it.
 */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { systemActor } from '@anpei/domain/kernel'
import { seedSharing, startDoubleSearch } from '@anpei/server/customers'
import { asOwner } from '@anpei/server/db'
import { StartFault } from '@anpei/server/embedded'
import { writeCsv } from '@anpei/server/files'
import { systemWrite, type App } from '@anpei/server/http'
import { readOrganisation, seedTenantPeople, seedTenants } from '@anpei/server/identity'
import { loadShippedArticles } from '@anpei/server/knowledge'
import { importRoster, seedProgrammes } from '@anpei/server/programme'
import { countPromises, keepStageTimes, planTimingReport, seedDuties } from '@anpei/server/reporting'
import { cellsOf, ROSTER_COLUMNS, synthRoster, type RosterRow } from '../synth/index.ts'
import { liveCare } from './care.ts'
import { liveCertificates } from './certificates.ts'
import { liveDesk } from './desk.ts'
import { withDoubles } from './doubles.ts'
import { liveDuties } from './duties.ts'
import { loadHospitals } from './hospitals.ts'
import { liveHistory } from './history.ts'
import type { DemoOptions } from './options.ts'
import { livePremium } from './premium.ts'
import { emptyAnew, isRealHouse, markLoaded, markLoading, wasCutShort } from './store-loading.ts'
import { liveVisits } from './visits.ts'

type Log = (line: string) => void

const TENANT_ID = 1
const SEED = 1
const ROSTER_AS_OF = '2025-10-01'

const REAL_SENTENCE =
  '这个数据库里已有真实的公司，演示数据不会装进去：请设 ANPEI_DEMO=off 再启动。' +
  ' [A real company is at work in this database: start with ANPEI_DEMO=off.]'

export async function loadDemo(app: App, options: DemoOptions, log: Log): Promise<void> {
  if (await isRealHouse(options.url)) throw new StartFault('demo', REAL_SENTENCE)
  if (await wasCutShort(options.url)) {
    log('  演示数据上次没有装完，清空后重新装入 [the demo was cut short: emptied and loaded anew]')
    await emptyAnew(options.url)
  }
  await asOwner(options.url, seedTenants)
  for (const tenant of readOrganisation().tenants) {
    await systemWrite(app, systemActor(tenant.id, 'demo'), async (tx) => {
      await seedTenantPeople(tx.db, tenant.id, tx.vault, tx.now)
      await seedSharing(tx.db, tenant.id, tx.now)
    })
    await systemWrite(app, systemActor(tenant.id, 'demo'), (tx) => loadShippedArticles(tx))
  }
  const admin = systemActor(TENANT_ID, 'demo')
  await systemWrite(app, admin, (tx) => seedProgrammes(tx.db, TENANT_ID, tx.now))
  if (await isLoaded(options.url)) {
    await systemWrite(app, admin, seedDuties)
    return
  }
  await markLoading(options.url)
  await liveDuties(options)
  await systemWrite(app, admin, seedDuties)
  const roster = withDoubles([...synthRoster({ people: options.people, seed: SEED, asOf: ROSTER_AS_OF, errors: 24 })])
  await loadHospitals(options, ROSTER_AS_OF)
  await loadRoster(app, options, roster, log)
  await liveHistory(options, roster, log)
  await livePremium(app, options.url)
  await liveCertificates(app, options.url)
  await liveVisits(app, options.url)
  await liveCare(app, options.url)
  await liveDesk(app, options.url, roster)
  await systemWrite(app, admin, startDoubleSearch)
  await countHistory(app)
  await markLoaded(options.url)
}

/** What the nights of the history would have counted, and the report of last week. */
async function countHistory(app: App): Promise<void> {
  const nightly = systemActor(TENANT_ID, 'demo')
  await systemWrite(app, nightly, countPromises)
  await keepStageTimes(app, TENANT_ID)
  await systemWrite(app, nightly, planTimingReport)
}

async function isLoaded(url: string): Promise<boolean> {
  return asOwner(url, async (db) => {
    const member = await db
      .selectFrom('member_period')
      .select('id')
      .where('tenant_id', '=', TENANT_ID)
      .limit(1)
      .execute()
    return member.length > 0
  })
}

async function loadRoster(app: App, options: DemoOptions, roster: readonly RosterRow[], log: Log): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'anpei-demo-'))
  try {
    const path = join(folder, '潮南区60周岁以上户籍人口.csv')
    await pipeline(writeCsv(table(roster)), createWriteStream(path))
    const programme = await asOwner(options.url, (db) =>
      db.selectFrom('programme').select('id').where('tenant_id', '=', TENANT_ID).executeTakeFirstOrThrow(),
    )
    let said = 0
    const answer = await importRoster(
      app,
      systemActor(TENANT_ID, 'demo'),
      {
        programmeId: programme.id,
        kind: 'initial',
        fileName: '潮南区60周岁以上户籍人口.csv',
        asOfOn: ROSTER_AS_OF,
        source: path,
      },
      (rows) => {
        if (rows - said < 50_000) return
        said = rows
        log(`  花名册 ${rows.toLocaleString('en')} / ${roster.length.toLocaleString('en')} [roster rows read]`)
      },
    )
    if (!answer.ok) throw new Error(`demo roster: ${answer.code} ${JSON.stringify(answer.facts)}`)
    log(`  花名册已导入：有效 ${answer.value.goodCount} 行，待更正 ${answer.value.badCount} 行 [roster imported]`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function* table(roster: readonly RosterRow[]): Generator<readonly string[]> {
  yield ROSTER_COLUMNS
  for (const row of roster) yield cellsOf(row)
}

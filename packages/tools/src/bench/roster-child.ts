/** One roster import in a process of its own, as `npm run import-roster` does it; says seconds and peak memory. */
import { systemActor } from '@anpei/domain/kernel'
import { loadKeyRing } from '@anpei/server/crypto'
import { openPool } from '@anpei/server/db'
import { folderFileStore, openScan } from '@anpei/server/files'
import { makeApp } from '@anpei/server/http'
import { refusalText } from '@anpei/contract/api'
import { authenticate } from '@anpei/server/identity'
import { systemClock } from '@anpei/server/kernel'
import { importRoster } from '@anpei/server/programme'

const [url, folder, file, programmeId] = process.argv.slice(2)
if (!url || !folder || !file || !programmeId) throw new Error('roster-child URL FOLDER FILE PROGRAMME')
const pool = openPool(url, 4)
const app = makeApp({
  pool,
  ring: loadKeyRing(`${folder}/keys.json`, undefined),
  clock: systemClock,
  files: folderFileStore(`${folder}/files`),
  scanFile: openScan(undefined),
  subscriptions: new Map(),
  authenticate,
  eventNames: [],
  eventTitle: (name) => name,
  secureCookies: false,
  demo: false,
  folder,
  refusalTexts: refusalText,
})
const from = performance.now()
const done = await importRoster(app, systemActor(1, 'bench'), {
  programmeId,
  kind: 'initial',
  fileName: 'roster.csv',
  asOfOn: '2025-10-01',
  source: file,
})
const seconds = (performance.now() - from) / 1000
if (!done.ok) throw new Error(`the import was refused: ${done.code} ${JSON.stringify(done.facts)}`)
console.log(
  JSON.stringify({
    seconds,
    peakMb: process.resourceUsage().maxRSS / 1024,
    rows: done.value.rowCount,
    good: done.value.goodCount,
    unchanged: done.value.unchangedCount,
  }),
)
await pool.close()

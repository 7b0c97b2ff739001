/** A process of its own that imports a roster and stops in the middle, to be killed there. */
import { appendFileSync, readFileSync } from 'node:fs'
import { systemActor } from '@anpei/domain/kernel'
import { assembleApp } from '../../app.ts'
import { ringFromJson } from '../../crypto/index.ts'
import { openPool } from '../../db/index.ts'
import { systemClock } from '../../kernel/index.ts'
import { importRoster } from './import-roster.ts'

const { URL_OF_DATABASE = '', RING = '', FILE = '', PROGRAMME = '', MARK = '', FOLDER = '' } = process.env

const app = assembleApp({
  pool: openPool(URL_OF_DATABASE, 2),
  ring: ringFromJson(RING),
  clock: systemClock,
  folder: FOLDER,
})
const bytes = readFileSync(FILE)

/** Nearly the whole file, then nothing more for a minute. */
async function* stalling(): AsyncGenerator<Buffer> {
  yield bytes.subarray(0, bytes.length - 1000)
  await new Promise((resolve) => {
    setTimeout(resolve, 60_000)
  })
}

await importRoster(
  app,
  systemActor(1, 'child'),
  {
    programmeId: PROGRAMME,
    kind: 'initial',
    fileName: 'x.csv',
    asOfOn: '2025-10-01',
    source: () => stalling(),
    importId: process.env['IMPORT_ID'] ?? '',
  },
  (rows) => appendFileSync(MARK, `${rows}\n`),
)

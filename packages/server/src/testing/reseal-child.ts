/** A process of its own that re-seals value by value and tells each, to be killed in the middle. */
import { assembleApp, fileKeepers } from '../app.ts'
import { watchKeyRing } from '../crypto/index.ts'
import { resealTenant } from '../custody/index.ts'
import { openPool } from '../db/index.ts'
import { systemClock } from '../kernel/index.ts'

const [url = '', folder = '', keys = ''] = process.argv.slice(2)
const ring = watchKeyRing(keys, undefined)
const app = assembleApp({ pool: openPool(url, 2), ring, clock: systemClock, folder })
const onProgress = (done: number, total: number) => console.log(`${done} ${total}`)
await resealTenant(app, 1, { keepers: fileKeepers, batch: 1, onProgress })
process.exit(0)

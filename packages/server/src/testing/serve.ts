/**
 * The product's server as a process of its own, for the tests that kill it: the same app, frame and routes over a given
 * database. Its clock stands where the worlds of the tests begin. Prints its address.
 */
import { assembleApp, assembleServer, jobHandlers } from '../app.ts'
import { ringFromJson } from '../crypto/index.ts'
import { openPool } from '../db/index.ts'
import { startWorker } from '../jobs/index.ts'
import { travelClock } from '../kernel/index.ts'
import type { ProductOptions } from './product.ts'
import { TEST_START } from './template.ts'

const { url, ring, folder, works = false }: ProductOptions = JSON.parse(process.argv[2] ?? '{}')
const app = assembleApp({ pool: openPool(url, 4), ring: ringFromJson(ring), clock: travelClock(TEST_START), folder })
const server = await assembleServer(app, (reference, error) => {
  console.error(reference, String(error))
})
if (works) {
  await startWorker({
    ownerUrl: url,
    handlers: jobHandlers(app),
    concurrency: 1,
    onFault: (task, error) => console.error(task, String(error)),
  })
}
console.log(await server.listen({ host: '127.0.0.1', port: 0 }))

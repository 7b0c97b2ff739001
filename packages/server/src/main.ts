/** A server process of production: an existing database, no demo. `npm start` runs the demo's own entry instead. */
import { fileURLToPath } from 'node:url'
import { StartFault } from './embedded/index.ts'
import { readSettings } from './settings.ts'
import { askedToStop, start } from './start.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '')
const stopAsked = askedToStop()

try {
  const running = await start(
    { ...readSettings(process.env, root), demo: false },
    (line) => {
      console.log(line)
    },
    (fault) => {
      console.error(fault.sentence)
      process.exit(1)
    },
  )
  console.log(running.address)
  await stopAsked
  await running.stop()
  process.exit(0)
} catch (error) {
  console.error(error instanceof StartFault ? error.sentence : error)
  process.exit(1)
}

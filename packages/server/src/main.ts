/** A server process of production: an existing database, no demo. `npm start` runs the demo's own entry instead. */
import { fileURLToPath } from 'node:url'
import { StartFault } from './embedded/index.ts'
import { readSettings } from './settings.ts'
import { askedToStop, start, StoppedEarly } from './start.ts'

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
    stopAsked,
  )
  console.log(running.address)
  await stopAsked
  await running.stop()
  process.exit(0)
} catch (error) {
  if (error instanceof StoppedEarly) process.exit(0)
  console.error(error instanceof StartFault ? error.sentence : error)
  process.exit(1)
}

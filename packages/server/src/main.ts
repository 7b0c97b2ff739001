/** `npm start`: everything on one port; Ctrl-C leaves nothing running. */
import { fileURLToPath } from 'node:url'
import { printWelcome } from './demo/index.ts'
import { StartFault } from './embedded/index.ts'
import { readSettings } from './settings.ts'
import { askedToStop, start, type Running } from './start.ts'

const settings = readSettings(process.env, fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, ''))
const log = (line: string) => { console.log(line) }
const began = performance.now()
const stopAsked = askedToStop()
let running: Running | undefined

const gone = (fault: StartFault) => {
  console.error(fault.sentence)
  void running?.stop().finally(() => process.exit(1))
}

try {
  running = await start(settings, log, gone)
  printWelcome(log, running.address, settings, (performance.now() - began) / 1000)
  await stopAsked
  log('正在停止… [stopping]')
  await running.stop()
  process.exit(0)
} catch (error) {
  console.error(error instanceof StartFault ? error.sentence : error)
  process.exit(1)
}

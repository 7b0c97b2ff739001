/** `npm start`: database, demo, screens, server and worker on one port; Ctrl-C leaves nothing running. */
import { fileURLToPath } from 'node:url'
import { StartFault } from '@anpei/server/embedded'
import { readSettings } from '@anpei/server/settings'
import { askedToStop, start, StoppedEarly, type Running } from '@anpei/server/start'
import { loadDemo, printWelcome } from '../demo/index.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/\/$/, '')
const settings = readSettings(process.env, root)
const log = (line: string) => {
  console.log(line)
}
const began = performance.now()
const stopAsked = askedToStop().then(() => log('正在停止… [stopping]'))
let running: Running | undefined

const gone = (fault: StartFault) => {
  console.error(fault.sentence)
  void running?.stop().finally(() => process.exit(1))
}

try {
  running = await start(settings, log, gone, stopAsked, async (app, url, assemble) => {
    if (settings.demo) await loadDemo(app, { people: settings.demoPeople, url, assemble }, log)
  })
  printWelcome(log, running.address, (performance.now() - began) / 1000, settings.demo)
  await stopAsked
  await running.stop()
  process.exit(0)
} catch (error) {
  if (error instanceof StoppedEarly) process.exit(0)
  console.error(error instanceof StartFault ? error.sentence : error)
  process.exit(1)
}

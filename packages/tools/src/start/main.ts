/** `npm start`: database, demo, screens, server and worker on one port; Ctrl-C leaves nothing running. */
import { fileURLToPath } from 'node:url'
import { StartFault } from '@anpei/server/embedded'
import { readSettings } from '@anpei/server/settings'
import { askedToStop, start, type Running } from '@anpei/server/start'
import { loadDemo, printWelcome } from '../demo/index.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/\/$/, '')
const settings = readSettings(process.env, root)
const log = (line: string) => {
  console.log(line)
}
const began = performance.now()
const stopAsked = askedToStop()
let running: Running | undefined

const gone = (fault: StartFault) => {
  console.error(fault.sentence)
  void running?.stop().finally(() => process.exit(1))
}

try {
  running = await start(settings, log, gone, async (app, url, assemble) => {
    if (settings.demo) await loadDemo(app, { people: settings.demoPeople, url, assemble }, log)
  })
  printWelcome(log, running.address, (performance.now() - began) / 1000)
  await stopAsked
  log('正在停止… [stopping]')
  await running.stop()
  process.exit(0)
} catch (error) {
  console.error(error instanceof StartFault ? error.sentence : error)
  process.exit(1)
}

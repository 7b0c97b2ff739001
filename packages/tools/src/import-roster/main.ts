/**
 * npm run import-roster -- FILE: progress on stderr, summary on stdout, a file of rejected rows with reasons beside it.
 */
import { dayOfInstant } from '@anpei/domain/kernel'
import { openDoor } from '../door/index.ts'
import { countLines, importFile } from './import-file.ts'
import { readOptions, USAGE } from './options.ts'
import { progressLine } from './progress-bar.ts'

const options = readOptions(process.argv.slice(2), dayOfInstant(new Date().toISOString()))
if (typeof options === 'string') {
  process.stderr.write(`${options}\n${USAGE}\n`)
  process.exit(2)
}
const door = await openDoor()
try {
  const lines = await countLines(options.file).catch(() => null)
  const total = lines === null ? null : lines - 1
  const began = performance.now()
  const show = (rows: number) => {
    const line = progressLine(rows, total, (performance.now() - began) / 1000)
    process.stderr.write(process.stderr.isTTY ? `\r${line}` : `${line}\n`)
  }
  const outcome = await importFile(door, options, show)
  if (process.stderr.isTTY) process.stderr.write('\n')
  if (outcome.ok) process.stdout.write(`${outcome.lines.join('\n')}\n`)
  else process.stderr.write(`${outcome.sentence}\n`)
  process.exitCode = outcome.ok ? 0 : 1
} finally {
  await door.close()
}

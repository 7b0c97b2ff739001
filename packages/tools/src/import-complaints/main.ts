/** npm run import-complaints -- FILE: past complaints by a saved mapping; a summary, rejected rows in a file. */
import { openDoor } from '../door/index.ts'
import { importFile } from './import-file.ts'
import { readOptions, USAGE } from './options.ts'

const options = readOptions(process.argv.slice(2))
if (typeof options === 'string') {
  process.stderr.write(`${options}\n${USAGE}\n`)
  process.exit(2)
}
const door = await openDoor()
try {
  const outcome = await importFile(door.app, options)
  if (outcome.ok) process.stdout.write(`${outcome.lines.join('\n')}\n`)
  else process.stderr.write(`${outcome.sentence}\n`)
  process.exitCode = outcome.ok ? 0 : 1
} finally {
  await door.close()
}

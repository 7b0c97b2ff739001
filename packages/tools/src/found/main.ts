/** `npm run found -- --kind … --name …`: a company begins, with a one-time link for each of its first two people. */
import { fileURLToPath } from 'node:url'
import { readSettings } from '@anpei/server/settings'
import { openDoor } from '../door/index.ts'
import { found } from './found.ts'
import { readOptions, USAGE } from './options.ts'
import { toldOf } from './told.ts'

const options = readOptions(process.argv.slice(2))
if (typeof options === 'string') {
  process.stderr.write(`${options}\n${USAGE}\n`)
  process.exit(1)
}
const { port } = readSettings(process.env, fileURLToPath(new URL('../../../../', import.meta.url)))
const door = await openDoor()
try {
  const outcome = await found(door, options)
  if (outcome.ok) process.stdout.write(`${toldOf(options, outcome, port).join('\n')}\n`)
  else process.stderr.write(`${outcome.sentence}\n`)
  process.exitCode = outcome.ok ? 0 : 1
} finally {
  await door.close()
}

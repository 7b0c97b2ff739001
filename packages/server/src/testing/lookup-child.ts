/** A process of its own that turns the look-up key and is killed after the column it is told, or after the commit. */
import pg from 'pg'
import { turnLookupKey } from '../custody/index.ts'

const [url = '', keys = '', killAfter = 'nothing'] = process.argv.slice(2)
const client = new pg.Client({ connectionString: url })
await client.connect()
await turnLookupKey(client, keys, (what) => {
  if (what === killAfter) process.kill(process.pid, 'SIGKILL')
})
await client.end()

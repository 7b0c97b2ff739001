/** A launcher as its own process, for tests that kill it: options as JSON in, one line of JSON out, then it waits. */
import { StartFault } from '../fault.ts'
import { startEmbedded } from '../start.ts'

try {
  const db = await startEmbedded({ ...JSON.parse(process.argv[2] ?? '{}'), log: (line: string) => console.error(line) })
  const stop = () => void db.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  // Said last: whoever reads it may send a signal at once.
  console.log(JSON.stringify({ url: db.url }))
  // Something to wait on: the database alone does not keep its launcher alive.
  setInterval(() => undefined, 60_000)
} catch (error) {
  if (!(error instanceof StartFault)) throw error
  console.log(JSON.stringify({ code: error.code, sentence: error.sentence }))
  process.exit(1)
}

/** Prints the path of a Chromium for `npm test` and `npm run e2e`, installing one where there is none. */
import { ensureChromium, NoChromium } from './ensure.ts'

try {
  console.log(await ensureChromium())
} catch (error) {
  if (!(error instanceof NoChromium)) throw error
  console.error(error.message)
  process.exitCode = 1
}

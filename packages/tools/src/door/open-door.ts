/**
 * The way in for command-line doors: the database of DATABASE_URL, else the one a running Anpei holds on the data
 * folder, else the folder's own, started for as long as the door is open.
 */
import { fileURLToPath } from 'node:url'
import { assembleApp } from '@anpei/server/app'
import { bringUp } from '@anpei/server/bring-up'
import { TURN_SENTENCE, watchKeyRing } from '@anpei/server/crypto'
import { keysGone, keysGoneSentence } from '@anpei/server/custody'
import { openPool } from '@anpei/server/db'
import { runningUrl, StartFault, startEmbedded } from '@anpei/server/embedded'
import type { App } from '@anpei/server/http'
import { systemClock } from '@anpei/server/kernel'
import { readSettings } from '@anpei/server/settings'

export type Door = { readonly app: App; readonly url: string; close(): Promise<void> }

const root = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/\/$/, '')

/** `midTurn`: also while the look-up key is being turned, for the one command that ends the turn. */
export async function openDoor(midTurn = false): Promise<Door> {
  const settings = readSettings(process.env, root)
  const { url, stop } = await database(settings.databaseUrl, settings.folder).catch(told)
  await bringUp(url).catch((error: unknown) =>
    error instanceof StartFault ? leave(error.sentence, stop) : told(error),
  )
  const pool = openPool(url, 4)
  const keyFile = `${settings.folder}/keys.json`
  if (await keysGone(url, keyFile, settings.keys)) return leave(keysGoneSentence(keyFile), stop)
  const ring = watchKeyRing(keyFile, settings.keys)
  if (ring.ring().nextIndexKey && !midTurn) return leave(TURN_SENTENCE, stop)
  return {
    url,
    app: assembleApp({ pool, ring, clock: systemClock, folder: settings.folder }),
    async close() {
      await pool.close()
      await stop()
    },
  }
}

/** What a person can mend is said in its sentence; anything else is a fault of ours and keeps its trace. */
function told(error: unknown): never {
  if (!(error instanceof StartFault)) throw error
  process.stderr.write(`${error.sentence}\n`)
  process.exit(1)
}

async function leave(sentence: string, stop: () => Promise<void>): Promise<never> {
  process.stderr.write(`${sentence}\n`)
  await stop()
  process.exit(1)
}

async function database(given: string | undefined, folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const running = given ?? runningUrl(folder)
  if (running) return { url: running, stop: async () => undefined }
  const embedded = await startEmbedded({ folder, log: (line) => process.stderr.write(`${line}\n`) })
  return { url: embedded.ownerUrl, stop: () => embedded.stop() }
}

/** The browser's own database; null where it gives none (private mode): then a callback is asked with a connection. */
import { openDB, type DBSchema } from 'idb'
import type { Talk, Talks } from './talk.ts'

interface Kept extends DBSchema {
  talks: { key: string; value: Talk }
}

let opening: Promise<Talks | null> | undefined

export function openTalks(): Promise<Talks | null> {
  return (opening ??= makeTalks().catch(() => null))
}

async function makeTalks(): Promise<Talks> {
  const db = await openDB<Kept>('anpei-callbacks', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('talks', { keyPath: 'callbackId' })
    },
  })
  return {
    all: () => db.getAll('talks'),
    get: (callbackId) => db.get('talks', callbackId),
    put: async (talk) => void (await db.put('talks', talk)),
    remove: (callbackId) => db.delete('talks', callbackId),
  }
}

/** The browser's own database; null where it gives none (private mode): then a visit is written with a connection. */
import { openDB, type DBSchema } from 'idb'
import type { Pocket, Pocketed } from './pocket.ts'

interface Kept extends DBSchema {
  pocket: { key: string; value: Pocketed }
}

let opening: Promise<Pocket | null> | undefined

export function openPocket(): Promise<Pocket | null> {
  return (opening ??= makePocket().catch(() => null))
}

async function makePocket(): Promise<Pocket> {
  const db = await openDB<Kept>('anpei-visits', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('pocket', { keyPath: 'visitId' })
    },
  })
  return {
    all: () => db.getAll('pocket'),
    get: (visitId) => db.get('pocket', visitId),
    put: async (item) => void (await db.put('pocket', item)),
    remove: (visitId) => db.delete('pocket', visitId),
  }
}

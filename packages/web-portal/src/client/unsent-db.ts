/** The phone's own database; null where the browser gives none (private mode), then nothing is kept. */
import { openDB, type DBSchema } from 'idb'
import type { Unsent, UnsentStore } from './unsent.ts'

interface Kept extends DBSchema {
  unsent: { key: string; value: Unsent }
}

export function openUnsentStore(): Promise<UnsentStore | null> {
  return makeStore().catch(() => null)
}

async function makeStore(): Promise<UnsentStore> {
  const db = await openDB<Kept>('anpei-portal', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('unsent', { keyPath: 'id' })
    },
  })
  return {
    all: () => db.getAll('unsent'),
    put: async (item) => void (await db.put('unsent', item)),
    remove: (id) => db.delete('unsent', id),
  }
}

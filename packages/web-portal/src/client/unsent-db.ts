/** The phone's own database; null where the browser gives none (private mode), then nothing is kept. */
import type { Unsent, UnsentStore } from './unsent.ts'

const NAME = 'anpei-portal'
const TABLE = 'unsent'

export async function openUnsentStore(): Promise<UnsentStore | null> {
  if (typeof indexedDB === 'undefined') return null
  const opened = await open().catch(() => null)
  if (!opened) return null
  const inTable = <A>(mode: IDBTransactionMode, work: (table: IDBObjectStore) => IDBRequest<A>): Promise<A> =>
    settled(work(opened.transaction(TABLE, mode).objectStore(TABLE)))
  return {
    all: () => inTable<Unsent[]>('readonly', (table) => table.getAll()),
    put: async (item) => {
      await inTable('readwrite', (table) => table.put(item))
    },
    remove: async (id) => {
      await inTable('readwrite', (table) => table.delete(id))
    },
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(TABLE, { keyPath: 'id' })
  }
  return settled(request)
}

function settled<A>(request: IDBRequest<A>): Promise<A> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('the phone keeps nothing'))
    }
  })
}

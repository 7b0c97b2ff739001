/** The browser's own database; null where it gives none (private mode): then a visit is written with a connection. */
import type { Pocket, Pocketed } from './pocket.ts'

const NAME = 'anpei-visits'
const TABLE = 'pocket'

let opening: Promise<Pocket | null> | undefined

export function openPocket(): Promise<Pocket | null> {
  return (opening ??= makePocket())
}

async function makePocket(): Promise<Pocket | null> {
  if (typeof indexedDB === 'undefined') return null
  const opened = await open().catch(() => null)
  if (!opened) return null
  const inTable = <A>(mode: IDBTransactionMode, work: (table: IDBObjectStore) => IDBRequest<A>): Promise<A> =>
    settled(work(opened.transaction(TABLE, mode).objectStore(TABLE)))
  return {
    all: () => inTable<Pocketed[]>('readonly', (table) => table.getAll()),
    get: (visitId) => inTable<Pocketed | undefined>('readonly', (table) => table.get(visitId)),
    put: async (item) => {
      await inTable('readwrite', (table) => table.put(item))
    },
    remove: async (visitId) => {
      await inTable('readwrite', (table) => table.delete(visitId))
    },
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(TABLE, { keyPath: 'visitId' })
  }
  return settled(request)
}

function settled<A>(request: IDBRequest<A>): Promise<A> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('the browser keeps nothing'))
    }
  })
}

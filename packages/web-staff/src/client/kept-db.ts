/**
 * SRV-09: the browser's own database, what lies there of each colleague apart. Where the browser gives none (private
 * mode), it lies in memory while the page is open, and goes out from there.
 */
import { openDB, type DBSchema } from 'idb'
import { keptInMemory, type Kept, type KeptKind } from './kept.ts'

interface Lying<T> extends DBSchema {
  kept: { key: string; value: T }
  // Of earlier versions.
  pocket: { key: string; value: T }
  talks: { key: string; value: T }
}

const STORE = 'kept'
const VERSION = 2

/** Opens what lies there of one colleague. */
export function keptOnDevice<T extends { readonly staffId: string }>(
  name: string,
  { idOf }: Pick<KeptKind<T>, 'idOf'>,
): (staffId: string) => Promise<Kept<T>> {
  const keyOf = (staffId: string, id: string): string => `${staffId} ${id}`
  const open = async () => {
    const db = await openDB<Lying<T>>(name, VERSION, {
      async upgrade(fresh, _before, _after, change) {
        // What an earlier version kept, one for all colleagues, is taken along.
        const old: T[] = []
        for (const store of Array.from(fresh.objectStoreNames)) {
          old.push(...(await change.objectStore(store).getAll()))
          fresh.deleteObjectStore(store)
        }
        const kept = fresh.createObjectStore(STORE)
        for (const item of old) await kept.put(item, keyOf(item.staffId, idOf(item)))
      },
    })
    return (staffId: string): Kept<T> => ({
      all: () => db.getAll(STORE, IDBKeyRange.bound(keyOf(staffId, ''), keyOf(staffId, '\uffff'))),
      get: (id) => db.get(STORE, keyOf(staffId, id)),
      put: async (item) => void (await db.put(STORE, item, keyOf(staffId, idOf(item)))),
      remove: (id) => db.delete(STORE, keyOf(staffId, id)),
    })
  }
  const inMemory = () => {
    const byStaff = new Map<string, Kept<T>>()
    return (staffId: string): Kept<T> => {
      const kept = byStaff.get(staffId) ?? keptInMemory({ idOf }, [])
      byStaff.set(staffId, kept)
      return kept
    }
  }
  let opening: ReturnType<typeof open> | undefined
  return async (staffId) => (await (opening ??= open().catch(inMemory)))(staffId)
}

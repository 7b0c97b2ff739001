/**
 * Where sealed files lie: a local folder by default, an object store in production. A file is written beside, synced
 * and renamed, so a crash leaves the whole file or none.
 */
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type FileStore = {
  put(tenantId: number, id: string, bytes: Buffer): Promise<void>
  get(tenantId: number, id: string): Promise<Buffer>
  remove(tenantId: number, id: string): Promise<void>
}

export function folderFileStore(folder: string): FileStore {
  const made = new Set<string>()
  const place = (tenantId: number, id: string) => join(folder, String(tenantId), id.slice(-2), id)
  return {
    async put(tenantId, id, bytes) {
      const path = place(tenantId, id)
      if (!made.has(dirname(path))) {
        await mkdir(dirname(path), { recursive: true })
        made.add(dirname(path))
      }
      const draft = `${path}.new`
      try {
        await writeDown(draft, bytes)
        await rename(draft, path)
      } catch (error) {
        // A full disk keeps nothing half, and gets its room back.
        await rm(draft, { force: true }).catch(() => undefined)
        throw error
      }
    },
    get: (tenantId, id) => readFile(place(tenantId, id)),
    remove: (tenantId, id) => rm(place(tenantId, id), { force: true }),
  }
}

async function writeDown(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.datasync()
  } finally {
    await file.close()
  }
}

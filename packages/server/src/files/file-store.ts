/**
 * Where sealed files lie: a local folder by default, an object store in production. A file is written beside, synced
 * and renamed, so a crash leaves the whole file or none.
 */
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type FileStore = {
  put(tenantId: number, id: string, bytes: Buffer): Promise<void>
  get(tenantId: number, id: string): Promise<Buffer>
  remove(tenantId: number, id: string): Promise<void>
  has(tenantId: number, id: string): Promise<boolean>
  /** The version of the key it is sealed with; 0 where nothing lies. */
  firstByte(tenantId: number, id: string): Promise<number>
  /** Everything that lies there; drafts of writers that were killed too. */
  list(tenantId: number): AsyncIterable<Kept>
  removeDraft(tenantId: number, id: string): Promise<void>
}

export type Kept = {
  readonly id: string
  readonly draft: boolean
  /** Milliseconds since 1970. */
  readonly writtenAt: number
}

const DRAFT = '.new'

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
      const draft = `${path}${DRAFT}`
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
    removeDraft: (tenantId, id) => rm(`${place(tenantId, id)}${DRAFT}`, { force: true }),
    has: async (tenantId, id) => (await statOf(place(tenantId, id))) !== null,
    firstByte: async (tenantId, id) => firstByteOf(place(tenantId, id)),
    async *list(tenantId) {
      const own = join(folder, String(tenantId))
      for (const drawer of await namesIn(own)) {
        for (const name of await namesIn(join(own, drawer))) {
          const found = await statOf(join(own, drawer, name))
          const draft = name.endsWith(DRAFT)
          const id = draft ? name.slice(0, -DRAFT.length) : name
          if (found) yield { id, draft, writtenAt: found.mtimeMs }
        }
      }
    },
  }
}

async function firstByteOf(path: string): Promise<number> {
  const file = await open(path, 'r').catch((error: unknown) => gone(error, null))
  if (!file) return 0
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1), 0, 1, 0)
    return bytesRead === 1 ? (buffer[0] ?? 0) : 0
  } finally {
    await file.close()
  }
}

/** Null where nothing lies (any more). */
async function statOf(path: string): Promise<{ mtimeMs: number } | null> {
  return stat(path).catch((error: unknown) => gone(error, null))
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => gone<string[]>(error, []))
}

function gone<V>(error: unknown, instead: V): V {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return instead
  throw error
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

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folderFileStore, type FileStore } from './file-store.ts'

const ID = '0190f5a0-0000-7000-8000-0000000000ab'

describe('OPS-03 the folder of sealed files', () => {
  let folder: string
  let store: FileStore
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'anpei-files-'))
    store = folderFileStore(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const drawer = () => join(folder, '1', 'ab')

  it.skipIf(!existsSync('/dev/full'))('a full disk leaves no file, and nothing half beside it', async () => {
    mkdirSync(drawer(), { recursive: true })
    symlinkSync('/dev/full', join(drawer(), `${ID}.new`))
    await expect(store.put(1, ID, Buffer.alloc(100_000, 7))).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(readdirSync(drawer())).toEqual([])
  })

  it('keeps what it is given, whole, and gives it back until it is removed', async () => {
    const bytes = Buffer.alloc(100_000, 8)
    await store.put(1, ID, bytes)
    expect(readdirSync(drawer())).toEqual([ID])
    expect((await store.get(1, ID)).equals(bytes)).toBe(true)
    await store.remove(1, ID)
    await store.remove(1, ID)
    await expect(store.get(1, ID)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

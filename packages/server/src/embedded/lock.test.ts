import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { acquireFolderLock, holdFile } from './lock.ts'
import { testFolder } from './testing/folders.ts'

describe('the lock of a folder', () => {
  it('may be taken twice within one process and is free after both let go', async () => {
    const folder = testFolder()
    const outer = await acquireFolderLock(folder.path)
    const inner = await acquireFolderLock(folder.path)
    await inner.release()
    await outer.release()
    const again = await acquireFolderLock(folder.path)
    await again.release()
    folder.clean()
  })

  it('as a file: refused while its process lives, taken over when it is dead, gone when dropped', async () => {
    const folder = testFolder()
    const path = join(folder.path, 'launcher.lock')
    writeFileSync(path, String(process.ppid))
    expect(await holdFile(path)).toBeNull()
    const dead = spawnSync('true').pid
    writeFileSync(path, String(dead))
    const hold = await holdFile(path)
    expect(readFileSync(path, 'utf8')).toBe(String(process.pid))
    expect(await holdFile(path)).toBeNull()
    await hold?.drop()
    expect(existsSync(path)).toBe(false)
    folder.clean()
  })
})

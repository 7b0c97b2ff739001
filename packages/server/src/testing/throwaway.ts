/**
 * Where a run of tests keeps databases and files: in memory where the machine offers enough of it, for a database of
 * its own for every test file means thousands of small files made and taken away.
 */
import { accessSync, constants, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const LEAST_BYTES = 4 * 1024 ** 3

export function throwawayFolder(prefix: string): string {
  return mkdtempSync(join(hasRoom() ? MEMORY : tmpdir(), prefix))
}

function hasRoom(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= LEAST_BYTES
  } catch {
    // No such place, or not ours.
    return false
  }
}

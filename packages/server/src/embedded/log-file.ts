/** PostgreSQL writes its log to a file of its own, so that it can go on writing when its launcher is killed. */
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'

const FULL_LOG_BYTES = 10 * 1048576

export type OpenLog = {
  readonly fd: number
  /** Where this run's lines begin. */
  readonly from: number
  close(): void
}

/** Opens for appending; a log grown large is kept once under `.1`. */
export function openLog(path: string): OpenLog {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > FULL_LOG_BYTES) renameSync(path, `${path}.1`)
  const fd = openSync(path, 'a', 0o600)
  return { fd, from: size > FULL_LOG_BYTES ? 0 : size, close: () => closeSync(fd) }
}

/** The last lines since that offset. */
export function logTail(path: string, from: number): string {
  try {
    return readFileSync(path).subarray(from).toString('utf8').split('\n').slice(-40).join('\n')
  } catch {
    return ''
  }
}

/** In PostgreSQL's words: the disk, a quota, or the size allowed to a file is exhausted. */
export function spokeOfFullDisk(text: string): boolean {
  return /No space left on device|Disk quota exceeded|File too large/.test(text)
}

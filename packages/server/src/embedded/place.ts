/**
 * Where things lie. Normally everything is in the given folder. Started as root under a folder that only root may enter
 * (such as /root), the database account could not reach its own data: then programs and data are staged under
 * /var/lib/anpei, by the folder's hash.
 */
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { accountFor, canEnter, isRoot, type Account } from './account.ts'
import { findBinaries, type Binaries } from './binaries.ts'
import { diskFault, StartFault, unwritableFault } from './fault.ts'
import { folderHash } from './lock.ts'

export type Place = {
  readonly folder: string
  readonly pgdata: string
  readonly secretsFile: string
  readonly logFile: string
  readonly account: Account
  readonly binaries: Binaries
}

export const STAGING_ROOT = '/var/lib/anpei'

export type Log = (line: string) => void

export function findPlace(folder: string, log: Log): Place {
  makeFolder(folder)
  const account = accountFor(join(folder, 'pgdata'))
  letThrough(folder, account)
  const base = canEnter(account, folder) ? folder : stagedBase(folder, account, log)
  return {
    folder,
    pgdata: join(base, 'pgdata'),
    secretsFile: join(folder, 'secrets.json'),
    logFile: join(base, 'postgres.log'),
    account,
    binaries: reachableBinaries(findBinaries(), account, log),
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    // Root passes every check of permissions, but not a read-only disk: only writing tells.
    const probe = join(folder, `.write-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    if (isFull) throw diskFault(folder, undefined, undefined)
    throw unwritableFault(folder, error)
  }
}

/** The folder itself is ours to open (the data in it stays closed); those above it are not. */
function letThrough(folder: string, account: Account): void {
  const { mode, uid } = statSync(folder)
  if (account.uid !== undefined && uid === 0) chmodSync(folder, mode | 0o011)
}

function stagedBase(folder: string, account: Account, log: Log): string {
  if (existsSync(join(folder, 'pgdata'))) {
    throw new StartFault(
      'folder.unwritable',
      `数据文件夹 ${folder} 位于数据库账户（${account.uid}）无法进入的目录下：请把它移到别处。` +
        ` [The data folder ${folder} lies under a folder that the database account (${account.uid}) cannot enter:` +
        ' move it elsewhere.]',
    )
  }
  const base = join(STAGING_ROOT, folderHash(folder))
  // The secrets stay in the folder: without them the folder was emptied by its owner, who wants a new beginning.
  if (existsSync(join(base, 'pgdata')) && !existsSync(join(folder, 'secrets.json'))) {
    const aside = `${base}.old-${Date.now()}`
    renameSync(base, aside)
    log(
      `数据文件夹已被清空，原来的数据库保留在 ${aside} [The data folder was emptied; its old database is kept in ${aside}]`,
    )
  }
  mkdirSync(base, { recursive: true })
  chmodSync(STAGING_ROOT, 0o755)
  chmodSync(base, 0o755)
  log(
    `数据库账户无法进入 ${folder}，数据改放在 ${base}` +
      ` [The database account cannot enter ${folder}; its data is kept in ${base}]`,
  )
  return base
}

function reachableBinaries(binaries: Binaries, account: Account, log: Log): Binaries {
  if (!isRoot() || canEnter(account, join(binaries.home, 'bin'))) return binaries
  const home = join(STAGING_ROOT, `postgres-${binaries.version}`)
  if (!existsSync(home)) {
    const copy = `${home}.${process.pid}`
    rmSync(copy, { recursive: true, force: true })
    cpSync(binaries.home, copy, { recursive: true, verbatimSymlinks: true })
    for (const path of [STAGING_ROOT, copy]) chmodSync(path, 0o755)
    try {
      renameSync(copy, home)
    } catch (error) {
      // Another launcher was faster with the same copy.
      if (!existsSync(home)) throw error
      rmSync(copy, { recursive: true, force: true })
    }
    log(`PostgreSQL 程序已复制到 ${home} [The PostgreSQL programs were copied to ${home}]`)
  }
  return { ...binaries, home }
}

/** Throws StartFault `disk` when less than that is free where the data lies. */
export function checkFreeSpace(path: string, neededBytes: number): void {
  let existing = path
  while (!existsSync(existing)) existing = dirname(existing)
  const disk = statfsSync(existing)
  const freeBytes = disk.bavail * disk.bsize
  if (freeBytes < neededBytes) throw diskFault(path, freeBytes, neededBytes)
}

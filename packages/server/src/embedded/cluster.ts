/** Making the data folder at the first start, and judging it at every later one. */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { program } from './binaries.ts'
import { brokenFault, diskFault, StartFault, versionFault } from './fault.ts'
import { logTail, openLog, spokeOfFullDisk } from './log-file.ts'
import type { Place } from './place.ts'

export type Secrets = { readonly superuser: string; readonly owner: string }

const needed = ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal', 'postgresql.conf', 'pg_hba.conf']

export function hasCluster(place: Place): boolean {
  return existsSync(place.pgdata) && readdirSync(place.pgdata).length > 0
}

/** Throws StartFault where the folder cannot be what PostgreSQL left behind. */
export function judgeCluster(place: Place): void {
  const missing = needed.find((name) => !existsSync(join(place.pgdata, name)))
  if (missing) throw brokenFault(place.pgdata, `缺少 ${missing} / ${missing} is missing`, place.logFile)
  const version = readFileSync(join(place.pgdata, 'PG_VERSION'), 'utf8').trim()
  if (!/^\d+$/.test(version)) throw brokenFault(place.pgdata, 'PG_VERSION', place.logFile)
  if (version !== place.binaries.major) throw versionFault(place.pgdata, version, place.binaries.major)
  const noSecrets = '缺少 secrets.json / secrets.json is missing'
  if (!existsSync(place.secretsFile)) throw brokenFault(place.folder, noSecrets, place.logFile)
}

/** Made beside and renamed when finished, so that a first start cut short simply begins again. */
export async function makeCluster(place: Place, secrets: Secrets): Promise<void> {
  const fresh = `${place.pgdata}.new`
  const passwordFile = `${place.pgdata}.password`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  writeFileSync(passwordFile, `${secrets.superuser}\n`, { mode: 0o600 })
  const { uid, gid } = place.account
  if (uid !== undefined && gid !== undefined) for (const path of [fresh, passwordFile]) chownSync(path, uid, gid)
  try {
    await initdb(place, fresh, passwordFile)
    renameSync(fresh, place.pgdata)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(fresh, { recursive: true, force: true })
  }
}

async function initdb(place: Place, fresh: string, passwordFile: string): Promise<void> {
  const began = openLog(place.logFile)
  const child = spawn(
    program(place.binaries, 'initdb'),
    [
      '-D',
      fresh,
      '-U',
      'postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--no-instructions',
      // Builtin C.UTF-8 sorts alike on every machine. The trigrams of pg_trgm ask the system's character types
      // instead: under plain C they find no Chinese at all.
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      `--lc-ctype=${utf8Locale()}`,
    ],
    {
      ...place.account,
      cwd: dirname(place.pgdata),
      env: databaseEnvironment(),
      stdio: ['ignore', began.fd, began.fd],
    },
  )
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', resolve)
  }).finally(() => began.close())
  if (code === 0) return
  const tail = logTail(place.logFile, began.from)
  if (spokeOfFullDisk(tail)) throw diskFault(place.pgdata, undefined, undefined)
  throw new StartFault(
    'start',
    `无法建立数据库：详情见 ${place.logFile}。 [The database could not be initialised: details in ${place.logFile}.]`,
    tail,
  )
}

/** A locale of this system whose character types are Unicode's. */
function utf8Locale(): string {
  if (process.platform === 'win32') return 'en-US.UTF-8'
  const list = spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout ?? ''
  const names = list
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => /utf-?8$/i.test(name))
  return names.find((name) => name.startsWith('C.')) ?? names[0] ?? 'C.UTF-8'
}

/** Only what a program needs: PG… and LC_… of the person's own environment must not change the server. */
export function databaseEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'SYSTEMROOT', 'COMSPEC']
  const entries = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  return { ...Object.fromEntries(entries), LC_ALL: 'C', TZ: 'UTC' }
}

/** The passwords of the database, random, readable by their owner only; written before the database that they open. */
export function keepSecrets(place: Place): Secrets {
  if (existsSync(place.secretsFile)) return readSecrets(place)
  const word = () => randomBytes(24).toString('base64url')
  const secrets = { superuser: word(), owner: word() }
  writeFileSync(`${place.secretsFile}.new`, JSON.stringify(secrets), { mode: 0o600, flush: true })
  renameSync(`${place.secretsFile}.new`, place.secretsFile)
  return secrets
}

function readSecrets(place: Place): Secrets {
  const text = readFileSync(place.secretsFile, 'utf8')
  const [superuser, owner] = [/"superuser":\s*"(.+?)"/.exec(text)?.[1], /"owner":\s*"(.+?)"/.exec(text)?.[1]]
  if (superuser === undefined || owner === undefined) throw brokenFault(place.folder, 'secrets.json', place.logFile)
  return { superuser, owner }
}

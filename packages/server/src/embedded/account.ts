/** PostgreSQL refuses to run as root: then it runs as a system account of its own, made once. */
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { StartFault } from './fault.ts'

/** The ids the database processes run under; empty where they run as ourselves. */
export type Account = { readonly uid?: number; readonly gid?: number }

const NAME = 'anpei'

export function isRoot(): boolean {
  return process.platform !== 'win32' && process.getuid?.() === 0
}

/** The account for a data folder: its owner if it exists, so that root can go on with what a person began. */
export function accountFor(pgdata: string): Account {
  if (!isRoot()) return {}
  const owner = statSync(pgdata, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return lookUp(NAME) ?? create() ?? lookUp('postgres') ?? fail()
}

/** Whether that account can reach what lies in the folder. */
export function canEnter(account: Account, folder: string): boolean {
  if (account.uid === undefined) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

function lookUp(name: string): Account | null {
  const [uid, gid] = [idOf('-u', name), idOf('-g', name)]
  return uid === null || gid === null || uid === 0 ? null : { uid, gid }
}

function idOf(flag: '-u' | '-g', name: string): number | null {
  const answer = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return answer.status === 0 ? Number(answer.stdout) : null
}

function create(): Account | null {
  const ways = [
    ['useradd', '-r', '-U', '-M', '-d', '/var/lib/anpei', '-s', '/bin/false', NAME],
    ['adduser', '-S', '-D', '-H', '-s', '/bin/false', NAME],
  ]
  for (const [command = '', ...args] of ways) {
    if (spawnSync(command, args, { stdio: 'ignore' }).status === 0) return lookUp(NAME)
  }
  return null
}

function fail(): never {
  throw new StartFault(
    'user',
    'PostgreSQL 不能以 root 身份运行，也无法建立系统用户 anpei：请改用普通用户启动。' +
      ' [PostgreSQL does not run as root, and the system user anpei could not be made: start as a normal user.]',
  )
}

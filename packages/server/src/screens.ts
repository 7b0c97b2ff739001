/** Serves the built workbench at / and the portal at /portal; builds them when their sources changed. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { buildScreen } from './build-screen.ts'
import { serveFolder } from './serve-folder.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const SCREENS = [
  { name: 'web-portal', prefix: '/portal/' },
  { name: 'web-staff', prefix: '/' },
] as const
export async function serveScreens(server: FastifyInstance, log: (line: string) => void): Promise<void> {
  for (const screen of SCREENS) {
    const dist = await built(screen.name, log)
    await serveFolder(server, screen.prefix, dist)
  }
}

/** The built folder of a screen package; built anew only when its sources changed. */
async function built(name: string, log: (line: string) => void): Promise<string> {
  const folder = join(ROOT, 'packages', name)
  const dist = join(folder, 'dist')
  const mark = join(dist, '.sources')
  const hash = hashOfSources([folder, join(ROOT, 'packages/contract'), join(ROOT, 'packages/domain')])
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return dist
  log(`正在生成界面 ${name} [building ${name}]`)
  await buildScreen(folder, dist, hash)
  return dist
}

function hashOfSources(folders: readonly string[]): string {
  const hash = createHash('sha256')
  const visit = (path: string): void => {
    for (const entry of readdirSync(path).sort()) {
      if (entry === 'node_modules' || entry === 'dist' || entry.endsWith('.test.ts')) continue
      const child = join(path, entry)
      if (statSync(child).isDirectory()) visit(child)
      else hash.update(child.slice(ROOT.length)).update(readFileSync(child))
    }
  }
  for (const folder of folders) visit(folder)
  return hash.digest('hex')
}

/** Serves the built workbench at / and the portal at /portal; builds them when their sources changed. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { buildScreen } from './build-screen.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const SCREENS = [
  { name: 'web-portal', prefix: '/portal/' },
  { name: 'web-staff', prefix: '/' },
] as const
/** A script that is no longer there is missing; a page in its place would be kept as if it were the script. */
const NO_PAGE = /^\/(?:api\/|(?:portal\/)?assets\/)/

export async function serveScreens(server: FastifyInstance, log: (line: string) => void): Promise<void> {
  for (const screen of SCREENS) {
    const dist = await built(screen.name, log)
    await server.register(fastifyStatic, {
      root: dist,
      prefix: screen.prefix,
      decorateReply: screen.prefix === '/',
      wildcard: false,
      index: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
    const page = readFileSync(join(dist, 'index.html'), 'utf8')
    server.get(screen.prefix, (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
    if (screen.prefix !== '/')
      server.get(screen.prefix.slice(0, -1), (_request, reply) => reply.redirect(screen.prefix))
    server.get(`${screen.prefix}*`, (request, reply) => {
      if (NO_PAGE.test(request.url)) return reply.callNotFound()
      return reply.type('text/html; charset=utf-8').send(page)
    })
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

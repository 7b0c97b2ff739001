/** What a browser loads first, and what the server holds when nobody asks anything. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { startServer } from './children.ts'
import type { Ground } from './ground.ts'
import { atMost, type Row } from './table.ts'

const PACKAGES = fileURLToPath(new URL('../../../', import.meta.url))
const IDLE_MB = 200
const SCREENS = [
  { name: 'web-staff', what: 'workbench', mostKb: 500, prefix: '/' },
  { name: 'web-portal', what: 'portal', mostKb: 150, prefix: '/portal/' },
] as const

/** Starting the server builds the screens when their sources changed. */
export async function benchSizes(ground: Ground): Promise<Row[]> {
  // The first start builds the screens; what an idle server holds shows at the next.
  await (await startServer(ground)).stop()
  const server = await startServer(ground)
  try {
    await new Promise((resolve) => {
      setTimeout(resolve, 5000)
    })
    const idle = atMost('size', 'idle server, resident', server.residentMb(), IDLE_MB, 'MB')
    return [
      ...SCREENS.map((screen) =>
        atMost(
          'size',
          `${screen.what}, first load, gzip`,
          firstLoadKb(join(PACKAGES, screen.name, 'dist'), screen.prefix),
          screen.mostKb,
          'KB',
        ),
      ),
      idle,
    ]
  } finally {
    await server.stop()
  }
}

/**
 * What a visitor of the home page downloads to use it: the page, its scripts and styles, everything those import before
 * they run, and the home page's own parts where these come by themselves after the sign-in.
 */
function firstLoadKb(dist: string, prefix: string): number {
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const named = page.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)
  const home = readdirSync(join(dist, 'assets')).filter((name) => /^HomePage-.+\.(?:js|css)$/.test(name))
  const wanted = [
    ...[...named].map((match) => (match[1] ?? '').slice(prefix.length)),
    ...home.map((name) => `assets/${name}`),
  ]
  const seen = new Map<string, number>([['index.html', gzipSync(page).length]])
  while (wanted.length > 0) {
    const file = wanted.pop() ?? ''
    const path = join(dist, file)
    if (seen.has(file) || !existsSync(path)) continue
    const text = readFileSync(path, 'utf8')
    seen.set(file, gzipSync(text).length)
    const folder = file.slice(0, file.lastIndexOf('/') + 1)
    for (const match of text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)) wanted.push(`${folder}${match[1]}`)
  }
  return [...seen.values()].reduce((sum, bytes) => sum + bytes, 0) / 1024
}

/**
 * Builds the screens of one package as a visitor gets them, whatever the process that asks is meant for: under
 * `NODE_ENV=test` the builder would put React's development edition into them, one and a half times as large. In a
 * process of its own, so that the builder's memory goes with it; and aside, so that nobody meets half a folder.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const run = promisify(execFile)
const builder = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
/** Below this a packet carries the file either way. */
export const WORTH_PACKING = 1024

export async function buildScreen(folder: string, dist: string, mark: string): Promise<void> {
  const aside = join(dirname(dirname(dirname(builder))), '.screens', `${String(process.pid)}-${Date.now()}`)
  const old = `${aside}-old`
  mkdirSync(aside, { recursive: true })
  try {
    const args = [builder, 'build', folder, '--outDir', aside, '--emptyOutDir', '--logLevel', 'warn']
    const built = run(process.execPath, args, { env: { ...process.env, NODE_ENV: 'production' } })
    // Asked to stop meanwhile, the server does not leave the builder at work.
    const end = (): void => {
      built.child.kill('SIGKILL')
      rmSync(aside, { recursive: true, force: true })
    }
    process.once('exit', end)
    await built.finally(() => process.off('exit', end))
    pack(join(aside, 'assets'))
    writeFileSync(join(aside, '.sources'), mark)
    if (existsSync(dist)) renameSync(dist, old)
    renameSync(aside, dist)
  } finally {
    for (const left of [aside, old]) rmSync(left, { recursive: true, force: true })
  }
}

/** Beside each script and style what it is when packed: the server sends that to every browser that can read it. */
function pack(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const content = readFileSync(path)
    if (content.length < WORTH_PACKING) continue
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
    writeFileSync(`${path}.br`, brotliCompressSync(content))
  }
}

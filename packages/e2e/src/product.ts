/** Starts the whole product as a user does, with a small demo in a folder of its own, and ends it as Ctrl-C does. */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const node = fileURLToPath(new URL('../../../node_modules/node/bin/node', import.meta.url))
const START_MS = 180_000
const STOP_MS = 60_000

export const DEMO_PEOPLE = 400

export type Product = { readonly address: string; stop: () => Promise<void> }

export async function startProduct(folder: string): Promise<Product> {
  const child = spawn(node, ['packages/tools/src/start/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: '0', ANPEI_DATA: folder, ANPEI_DEMO_PEOPLE: String(DEMO_PEOPLE), DATABASE_URL: '' },
  })
  const said: string[] = []
  const listen = (chunk: Buffer): void => {
    said.push(chunk.toString('utf8'))
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const address = await until(START_MS, () => {
    if (child.exitCode !== null) throw new Error(`the product ended by itself:\n${said.join('')}`)
    return /工作台 Workbench\s+(http:\/\/\S+?)\/?\s/.exec(said.join(''))?.[1]
  }).catch((error: unknown) => {
    child.kill('SIGKILL')
    throw new Error(`the product did not start:\n${said.join('')}`, { cause: error })
  })
  return { address, stop: () => stopProduct(child, said) }
}

/** Ctrl-C; then nothing it started may still be there. */
async function stopProduct(child: ChildProcess, said: readonly string[]): Promise<void> {
  const family = descendantsOf(child.pid ?? 0)
  child.kill('SIGINT')
  await until(STOP_MS, () => child.exitCode ?? child.signalCode ?? undefined)
  const code = child.exitCode ?? child.signalCode
  if (code !== 0) throw new Error(`the product ended with ${code}:\n${said.join('')}`)
  const left = (): number[] => family.filter((pid) => existsSync(`/proc/${pid}`))
  await until(5_000, () => left().length === 0 || undefined).catch(() => {
    throw new Error(`still running after the product has stopped: ${left().join(', ')}`)
  })
}

/** Process numbers of everything this process started, where the machine tells (Linux). */
function descendantsOf(pid: number): number[] {
  if (!existsSync('/proc/self/stat')) return []
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // It ended while we were looking.
    }
  }
  const family = [pid]
  for (const one of family) for (const [child, parent] of parents) if (parent === one) family.push(child)
  return family
}

async function until<T>(mostMs: number, look: () => T | undefined): Promise<T> {
  const end = Date.now() + mostMs
  for (;;) {
    const seen = look()
    if (seen !== undefined) return seen
    if (Date.now() > end) throw new Error(`waited ${mostMs} ms in vain`)
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
  }
}

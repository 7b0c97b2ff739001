/** Starts launcher.ts and hands back what it said. */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export type Launched = {
  readonly child: ChildProcess
  readonly url: string | undefined
  readonly code: string | undefined
  readonly sentence: string | undefined
  readonly lines: () => string
  end(signal: NodeJS.Signals): Promise<void>
}

const launcher = fileURLToPath(new URL('./launcher.ts', import.meta.url))
const node = fileURLToPath(new URL('../../../../../node_modules/node/bin/node', import.meta.url))

/** `wrapper` is a shell line that ends by running "$@", to start the launcher under other conditions. */
export async function launch(options: object, wrapper?: string, spawning: SpawnOptions = {}): Promise<Launched> {
  const command = [node, launcher, JSON.stringify(options)]
  const [file = '', ...args] = wrapper ? ['bash', '-c', wrapper, 'bash', ...command] : command
  const child = spawn(file, args, { ...spawning, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, lines] = ['', '']
  const closed = once(child, 'exit')
  child.stderr?.on('data', (chunk: Buffer) => {
    lines += chunk.toString('utf8')
  })
  await new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8')
      if (out.includes('\n')) resolve()
    })
    void closed.then(() => resolve())
  })
  const said: { url?: string; code?: string; sentence?: string } = JSON.parse(out || '{}')
  return {
    child,
    url: said.url,
    code: said.code,
    sentence: said.sentence,
    lines: () => lines,
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await closed
    },
  }
}

/** What it was measured on, and when. */
import { execFileSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import type { Ground } from './ground.ts'

export async function machineFacts(ground: Ground): Promise<string[]> {
  const [found] = await ground.asAdmin((ask) =>
    ask<{ version: string; fsync: string; commit: string }>(
      `select current_setting('server_version') as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit`,
    ),
  )
  const processors = cpus()
  const model = processors[0]?.model ?? 'unknown'
  const load = loadavg()[0]?.toFixed(1) ?? ''
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`
  return [
    `Date: ${new Date().toISOString().slice(0, 10)}, commit ${commitOfTree()}`,
    `Machine: ${processors.length} × ${model}, ${memory}, ${type()} ${release()}, load average at the start ${load}`,
    `Node ${process.versions.node}`,
    `PostgreSQL ${found?.version ?? ''}, fsync ${found?.fsync ?? ''}, synchronous_commit ${found?.commit ?? ''}`,
    'Server, bare handler, load generator and database share the machine.',
  ]
}

/** What was measured; `-dirty` where files were changed since. */
function commitOfTree(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}

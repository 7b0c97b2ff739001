/** The flags of Node that a command of `npm run` starts with. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const { commandOf }: { commandOf(verb: string, args: string[]): { run: string[] } | null } = createRequire(
  import.meta.url,
)(fileURLToPath(new URL('../../../../scripts/verbs.cjs', import.meta.url)))

export function flagsOf(verb: string): string[] {
  return (commandOf(verb, [])?.run ?? []).filter((arg) => arg.startsWith('--'))
}

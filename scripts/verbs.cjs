'use strict'
/** Verb → what the project's own Node is to run, and whether a browser is needed first. */

const server = 'packages/tools/src/start/main.ts'
const vitest = 'node_modules/vitest/vitest.mjs'
const tools = [
  'adjudicate', 'clocks', 'import-roster', 'import-complaints', 'explain', 'simulate', 'bench', 'synth', 'docs', 'new',
  'db:new', 'check', 'audit', 'rotate-keys', 'found',
]

/**
 * Millions of short-lived strings: a small heap keeps the peak memory of an import at half. A busy server wants more
 * room for young objects: with 4 MB of it the collector's threads took a fifth of its processor; an idle one stays
 * small because it gives back what its start took (start.ts).
 */
const heaps = {
  'import-roster': ['--max-semi-space-size=8', '--max-old-space-size=256'],
  start: ['--max-semi-space-size=16'],
}

/** Null for an unknown verb. */
function commandOf(verb, args) {
  const tool = `packages/tools/src/${String(verb).replace(':', '-')}/main.ts`
  if (tools.includes(verb)) return { run: [...(heaps[verb] ?? []), tool, ...args], browser: false }
  switch (verb) {
    case 'start': return { run: [...heaps.start, server, ...args], browser: false }
    case 'dev': return { run: ['--watch', '--watch-preserve-output', server, ...args], browser: false }
    case 'test': return { run: [vitest, 'run', ...args], browser: wantsBrowser(args) }
    case 'e2e': return { run: [vitest, 'run', '--project', 'journeys', ...args], browser: true }
    default: return null
  }
}

/** `npm test` runs the journeys through a browser too, `npm test packages/domain` does not. */
function wantsBrowser(args) {
  const paths = args.filter((arg) => !arg.startsWith('-') && arg.includes('/'))
  return paths.length === 0 || paths.some((path) => path.includes('e2e'))
}

module.exports = { commandOf, verbs: ['start', 'dev', 'test', 'e2e', ...tools] }

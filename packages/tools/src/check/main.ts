/** `npm run check`: types, lint and the rules of the house, side by side, in seconds. */
import { join } from 'node:path'
import { repositoryRoot } from '../tidy/index.ts'
import { outcomeTable, runCheck, type Check } from './run-checks.ts'

const tool = (path: string): string => join(repositoryRoot, 'node_modules', path)
const checks: Check[] = [
  { name: 'types', command: process.execPath, args: [tool('typescript/bin/tsc'), '-p', '.'] },
  { name: 'lint', command: process.execPath, args: [tool('oxlint/bin/oxlint')] },
  {
    name: 'rules',
    command: process.execPath,
    args: [tool('vitest/vitest.mjs'), 'run', 'packages/tools/src/tidy', '--no-color'],
  },
]

const outcomes = await Promise.all(checks.map((check) => runCheck(check, repositoryRoot)))
for (const outcome of outcomes) if (!outcome.isGood) console.log(`── ${outcome.name}\n${outcome.output.trimEnd()}\n`)
console.log(outcomeTable(outcomes))
if (outcomes.some((outcome) => !outcome.isGood)) process.exitCode = 1

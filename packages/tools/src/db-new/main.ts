/** `npm run db:new <name>` makes `packages/server/src/db/migrations/NNNN-name/up.sql`. */
import { join, relative } from 'node:path'
import { repositoryRoot } from '../tidy/index.ts'
import { nextMigration } from './next-migration.ts'

try {
  const made = nextMigration(join(repositoryRoot, 'packages/server/src/db/migrations'), process.argv[2] ?? '')
  console.log(`written: ${relative(repositoryRoot, made)}`)
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : String(fault))
  process.exitCode = 1
}

/** Dead files, exports and dependencies, as knip sees them with the root's `knip.json` (rule 10). */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { isRecord } from './catalogues.ts'
import type { Finding } from './house.ts'

const kinds: Readonly<Record<string, string>> = {
  files: 'the file is used by nothing',
  exports: 'the export is used by nothing',
  nsExports: 'the export is used by nothing',
  types: 'the exported type is used by nothing',
  nsTypes: 'the exported type is used by nothing',
  dependencies: 'the dependency is used by nothing',
  devDependencies: 'the dependency is used by nothing',
  unlisted: 'the package is used but not listed in package.json',
  unresolved: 'the import leads nowhere',
  duplicates: 'is exported twice',
}

/** Read by their names when the documents are written (`catalogues.ts`), which no import shows. */
const readByName = /^\w*eventCatalogue: /i

export async function deadCode(root: string): Promise<Finding[]> {
  const output = await run(root, [join(root, 'node_modules/knip/bin/knip.js'), '--reporter', 'json', '--no-progress'])
  return deadIn(JSON.parse(output))
}

function run(root: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [...args], { cwd: root, maxBuffer: 64 * 1024 * 1024 }, (fault, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(stdout)
      else reject(new Error(`knip could not look: ${stderr || stdout || fault?.message}`))
    })
  })
}

/** Reads knip's JSON: `{ issues: [{ file, exports: [{ name, line }], … }] }`. */
export function deadIn(report: unknown): Finding[] {
  const issues = isRecord(report) && Array.isArray(report['issues']) ? report['issues'] : []
  const found = issues.flatMap((issue: unknown) => {
    if (!isRecord(issue)) return []
    const path = String(issue['file'])
    return Object.entries(kinds).flatMap(([kind, sentence]) => {
      const items = issue[kind]
      return Array.isArray(items) ? items.flat().map((item: unknown) => deadItem(path, kind, sentence, item)) : []
    })
  })
  return found.filter((item) => !readByName.test(item.sentence) && !isSaidBelow(item, found))
}

/** What an index only hands on is said once, where it is made. */
function isSaidBelow(item: Finding, found: readonly Finding[]): boolean {
  if (!item.path.endsWith('/index.ts')) return false
  const folder = item.path.slice(0, item.path.lastIndexOf('/') + 1)
  return found.some((other) => other !== item && other.sentence === item.sentence && other.path.startsWith(folder))
}

function deadItem(path: string, kind: string, sentence: string, item: unknown): Finding {
  const name = isRecord(item) && typeof item['name'] === 'string' ? item['name'] : ''
  const line = isRecord(item) && typeof item['line'] === 'number' ? item['line'] : 1
  return { path, line, sentence: kind === 'files' ? sentence : `${name}: ${sentence}` }
}

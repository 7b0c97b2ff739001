/**
 * Rule 4: a command file exports one function and has its test beside it. A command file is what a route or a job of
 * its row calls: a file of a business row of the server that the row's `routes.ts` or `jobs.ts` (`routes-….ts`,
 * `jobs-….ts`) imports, unless it is a store, a view, SQL, or exports no function.
 */
import type { Finding, House, SourceFile } from './house.ts'
import { edgesOf } from './imports.ts'
import { businessRows } from './levels.ts'
import type { ExportFact } from './read-facts.ts'

const callers = /^(routes|jobs)(-.+)?\.ts$/
const parts = /^(index|permissions|views?(-.+)?|store(-.+)?|.+\.sql|(routes|jobs)(-.+)?)\.ts$/

export function commands(house: House): Finding[] {
  const paths = new Set(house.files.map((file) => file.path))
  return [...commandFiles(house)].flatMap((file) => {
    const functions = file.facts().exports.filter((item) => isFunction(file, item))
    if (functions.length === 0) return []
    const found: Finding[] = []
    if (functions.length > 1) {
      const names = functions.map((item) => item.name).join(', ')
      const sentence = `a command file exports one function, this one exports ${names}`
      found.push({ path: file.path, line: 1, sentence })
    }
    const test = file.path.replace(/\.ts$/, '.test.ts')
    if (!paths.has(test)) {
      found.push({ path: file.path, line: 1, sentence: `there is no test ${test} beside it` })
    }
    return found
  })
}

function commandFiles(house: House): Set<SourceFile> {
  const found = new Set<SourceFile>()
  for (const { from, to, item } of edgesOf(house)) {
    if (!to || item.isType || from.column !== 'server' || from.isTest || !callers.test(from.name)) continue
    const isOwn = to.column === from.column && to.row === from.row && businessRows.includes(to.row)
    if (isOwn && !to.isTest && !parts.test(to.name)) found.add(to)
  }
  return found
}

/** A function, or what a call makes under the file's own name: `export const approveClaim = command(…)`. */
function isFunction(file: SourceFile, item: ExportFact): boolean {
  if (item.kind === 'function') return true
  return item.kind === 'call' && item.name === camel(file.name.replace(/\.ts$/, ''))
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/**
 * Rule 4: a command file exports one function and has its test beside it. A command file is any file of a business row
 * of the server, except its doors (index, routes, jobs, views, permissions), its stores, its queries (`…-query.ts`),
 * its SQL (`….sql.ts`), its tests, and files that export no function (types, literals).
 */
import type { Finding, House, SourceFile } from './house.ts'
import { businessRows } from './levels.ts'
import type { ExportFact } from './read-facts.ts'

const doors = /^(index|routes|jobs|views|permissions|store|store-.+|.+-query|.+\.sql)\.ts$/

export function commands(house: House): Finding[] {
  const paths = new Set(house.files.map((file) => file.path))
  return house.files.filter(isCommandPlace).flatMap((file) => {
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

export function isCommandPlace(file: SourceFile): boolean {
  if (file.column !== 'server' || !businessRows.includes(file.row)) return false
  return file.isCode && !file.isTest && !doors.test(file.name)
}

/** A function, or what a call makes under the file's own name: `export const approveClaim = command(…)`. */
function isFunction(file: SourceFile, item: ExportFact): boolean {
  if (item.kind === 'function') return true
  return item.kind === 'call' && item.name === camel(file.name.replace(/\.ts$/, ''))
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/**
 * Rule 5: only the store of a row (`store.ts`, `store-….ts`, and `….sql.ts` files that only stores import) writes, and
 * only the tables of its row. Whose a table is, its migration says in the line above: `-- row: claims`.
 */
import { codeOf, finding, type Finding, type House, type SourceFile } from './house.ts'
import { edgesOf } from './imports.ts'
import { migrationsOf, tablesOf, type Table } from './migrations.ts'
import { tablesMadeIn, writesOf } from './sql-writes.ts'

const storeName = /^store(-.+)?\.ts$/

export function storeWrites(house: House): Finding[] {
  const tables = tablesOf(house)
  const statements = statementFiles(house)
  const writers = codeOf(house).filter((file) => ['server', 'tools'].includes(file.column) && !file.isTest)
  const made = new Map<string, string[]>()
  for (const file of writers) {
    const place = `${file.column}/${file.row}`
    made.set(place, [...(made.get(place) ?? []), ...tablesMadeIn(file)])
  }
  return [
    ...orphans(house, tables),
    ...writers.flatMap((file) =>
      writesOf(file).flatMap((write) => {
        const isOwn = made.get(`${file.column}/${file.row}`)?.includes(write.table) ?? false
        const isStore = storeName.test(file.name) || statements.has(file) || (file.row === 'db' && isOwn)
        const say = (sentence: string): Finding[] => [finding(file, write.start, sentence)]
        if (!isStore) return say(`only store.ts writes, but here ${write.verb} ${write.table || 'of a table'}`)
        if (write.table === '')
          return say(`${write.verb}: the table is to be written out, so that its owner can be seen`)
        const owner = tables.get(write.table)?.row
        if (isOwn || owner === file.row) return []
        return say(
          owner
            ? `'${file.row}' writes ${write.table}, a table of '${owner}'`
            : `'${file.row}' writes ${write.table}, which no migration gives to a row`,
        )
      }),
    ),
  ]
}

function statementFiles(house: House): Set<SourceFile> {
  const found = new Set(codeOf(house).filter((file) => file.name.endsWith('.sql.ts')))
  for (const edge of edgesOf(house)) {
    if (edge.to && found.has(edge.to) && !storeName.test(edge.from.name) && !edge.from.isTest) found.delete(edge.to)
  }
  return found
}

function orphans(house: House, tables: Map<string, Table>): Finding[] {
  if (migrationsOf(house).length === 0) return []
  return [...tables.values()]
    .filter((table) => table.row === null)
    .map((table) => ({
      path: table.path,
      line: table.line,
      sentence: `the table ${table.name} has no line '-- row: …' above it`,
    }))
}

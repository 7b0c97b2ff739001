/** What the migrations say: which row owns a table, and which states a table's CHECK list allows. */
import type { House, SourceFile } from './house.ts'

export type Table = {
  readonly name: string
  readonly row: string | null
  readonly path: string
  readonly line: number
  /** The list of `check (state in (…))`, the newest one; null when the table has none. */
  readonly states: readonly string[] | null
  readonly hasState: boolean
}

const tableName = String.raw`((?:"?\w+"?\.)?"?\w+"?)`

export function migrationsOf(house: House): SourceFile[] {
  return house.files.filter((file) => /^packages\/server\/src\/db\/migrations\/[^/]+\/up\.sql$/.test(file.path))
}

/** Tables by name, in the order of the migrations (their folders are numbered). */
export function tablesOf(house: House): Map<string, Table> {
  const tables = new Map<string, Table>()
  for (const file of migrationsOf(house)) {
    for (const statement of statementsOf(file)) readStatement(tables, file, statement)
  }
  return tables
}

type Statement = { readonly text: string; readonly line: number; readonly row: string | null }

function readStatement(tables: Map<string, Table>, file: SourceFile, statement: Statement): void {
  const states = /\bcheck\s*\(\s*state\s+in\s*\(([^)]*)\)\s*\)/i.exec(statement.text)?.[1]
  const list = states === undefined ? null : [...states.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '')
  const made = new RegExp(String.raw`^create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?${tableName}`, 'i')
  const created = made.exec(statement.text)
  if (created?.[1]) {
    const name = bare(created[1])
    const hasState = /[(,]\s*"?state"?\s+\w/i.test(statement.text)
    const owner = statement.row ?? partitionOwner(tables, statement.text)
    tables.set(name, { name, row: owner, path: file.path, line: statement.line, states: list, hasState })
    return
  }
  const alter = new RegExp(String.raw`^alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?${tableName}`, 'i')
  const altered = alter.exec(statement.text)
  const table = altered?.[1] ? tables.get(bare(altered[1])) : undefined
  if (table && list) tables.set(table.name, { ...table, states: list, line: statement.line, path: file.path })
  const dropped = new RegExp(String.raw`^drop\s+table\s+(?:if\s+exists\s+)?${tableName}`, 'i').exec(statement.text)
  if (dropped?.[1]) tables.delete(bare(dropped[1]))
}

/** A partition belongs to the row of its parent. */
function partitionOwner(tables: Map<string, Table>, text: string): string | null {
  const parent = new RegExp(String.raw`\bpartition\s+of\s+${tableName}`, 'i').exec(text)?.[1]
  return parent ? (tables.get(bare(parent))?.row ?? null) : null
}

export function bare(name: string): string {
  return name.replace(/"/g, '').split('.').at(-1)?.toLowerCase() ?? ''
}

/** Statements with their comments taken off; `-- row: x` holds for the next `create table` only. */
function statementsOf(file: SourceFile): Statement[] {
  const found: Statement[] = []
  let row: string | null = null
  let text = ''
  let line = 0
  for (const [index, raw] of file.lines.entries()) {
    const owner = /^\s*--\s*row:\s*([\w-]+)/.exec(raw)?.[1]
    if (owner) row = owner
    for (const piece of raw.replace(/--.*$/, '').split(/(;)/)) {
      if (piece === ';') {
        const isTable = /^create\s+(unlogged\s+)?table\b/i.test(text.trim())
        found.push({ text: text.trim(), line: line + 1, row })
        if (isTable) row = null
        text = ''
      } else {
        if (text.trim() === '') line = index
        text += piece
      }
    }
    text += '\n'
  }
  return found
}

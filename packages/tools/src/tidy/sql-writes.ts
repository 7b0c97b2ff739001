/** Every place in the code that writes a table: SQL in strings, and the writing verbs of Kysely. */
import type { SourceFile } from './house.ts'
import type { FunctionFact } from './read-facts.ts'
import { bare } from './migrations.ts'

export type Write = {
  readonly verb: 'insert' | 'update' | 'delete'
  /** '' when the table's name is not written out. */
  readonly table: string
  readonly start: number
  /** Whether the statement names the column `state` among those it writes. */
  readonly setsState: boolean
  readonly within: FunctionFact | null
}

const name = String.raw`((?:"?\w+"?\.)?"?\w+"?)`
/** Stands where a template has `${…}`. */
const unseen = '__unseen'
const sql = {
  insert: new RegExp(String.raw`\binsert\s+into\s+${name}\s*(\([^)]*\))?`, 'gi'),
  update: new RegExp(
    String.raw`\bupdate\s+(?:only\s+)?${name}\s+(?:(?:as\s+)?(?!set\b)\w+\s+)?set\b` +
      String.raw`([\s\S]*?)(?=\bwhere\b|\bfrom\b|$)`,
    'gi',
  ),
  delete: new RegExp(String.raw`\b(?:delete\s+from|truncate(?:\s+table)?|merge\s+into)\s+(?:only\s+)?${name}`, 'gi'),
  copy: new RegExp(String.raw`\bcopy\s+${name}\s*(\([^)]*\))?\s+from\s+stdin`, 'gi'),
}

const kyselyVerbs = new Map<string, Write['verb']>([
  ['insertInto', 'insert'],
  ['replaceInto', 'insert'],
  ['updateTable', 'update'],
  ['mergeInto', 'update'],
  ['deleteFrom', 'delete'],
])

const kyselySets = /\.(set|values|doUpdateSet)$/

export function writesOf(file: SourceFile): Write[] {
  const facts = file.facts()
  const found: Write[] = []
  for (const text of facts.texts) {
    const add = (verb: Write['verb'], match: readonly string[], setsState: boolean): void => {
      const table = bare(match[1] ?? '')
      if (isProse(table)) return
      found.push({ verb, table: table === unseen ? '' : table, start: text.start, setsState, within: text.within })
    }
    const source = text.value.replaceAll('$_', unseen)
    for (const match of source.matchAll(sql.insert)) add('insert', match, /\bstate\b/.test(match[2] ?? ''))
    for (const match of source.matchAll(sql.update)) {
      add('update', match, /(^|,)\s*"?state"?\s*=/.test(match[2] ?? ''))
    }
    for (const match of source.matchAll(sql.delete)) add('delete', match, false)
    for (const match of source.matchAll(sql.copy)) add('insert', match, /\bstate\b/.test(match[2] ?? ''))
  }
  for (const call of facts.calls) {
    const verb = kyselyVerbs.get(call.callee.slice(call.callee.lastIndexOf('.') + 1))
    if (!verb || !call.callee.includes('.')) continue
    const table = bare((call.first ?? '').split(/\s+as\s+/i)[0] ?? '')
    const setsState = facts.calls.some(
      (other) => other.within === call.within && kyselySets.test(other.callee) && other.keys.includes('state'),
    )
    found.push({ verb, table, start: call.start, setsState, within: call.within })
  }
  return found
}

/** Words an English sentence has where SQL has a table. */
function isProse(table: string): boolean {
  return ['the', 'a', 'an', 'this', 'your', 'it', 'set'].includes(table)
}

/** Tables the file makes itself: temporary ones, and the list of applied migrations. */
export function tablesMadeIn(file: SourceFile): string[] {
  const create = String.raw`\bcreate\s+(?:temp\w*\s+|unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?`
  const made = new RegExp(create + name, 'gi')
  return file.facts().texts.flatMap((text) => [...text.value.matchAll(made)].map((match) => bare(match[1] ?? '')))
}

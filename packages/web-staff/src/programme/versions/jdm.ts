/**
 * The decision tables inside a JDM document of the rule engine: read as columns and rows, changed without touching
 * anything else in the document.
 */
import { dataAt, isData, listAt, textAt, withValue, type Data, type Path } from './definition.ts'

export type JdmColumn = {
  readonly id: string
  readonly name: string
  readonly field: string
  readonly side: 'in' | 'out'
}
export type JdmRule = Readonly<Record<string, string>>
export type JdmTable = {
  readonly at: Path
  readonly name: string
  readonly hitPolicy: string
  readonly columns: readonly JdmColumn[]
  readonly rules: readonly JdmRule[]
}

export function tablesOf(content: Data): JdmTable[] {
  return listAt(content, ['nodes']).flatMap((node, index) => {
    if (textAt(node, ['type']) !== 'decisionTableNode') return []
    const table = dataAt(node, ['content'])
    return [
      {
        at: ['nodes', index, 'content'],
        name: textAt(node, ['name']),
        hitPolicy: textAt(table, ['hitPolicy']),
        columns: [...columnsOf(table, 'inputs', 'in'), ...columnsOf(table, 'outputs', 'out')],
        rules: listAt(table, ['rules']).map(ruleOf),
      },
    ]
  })
}

function columnsOf(table: Data, list: string, side: JdmColumn['side']): JdmColumn[] {
  return listAt(table, [list]).map((one) => ({
    id: textAt(one, ['id']),
    name: textAt(one, ['name']),
    field: textAt(one, ['field']),
    side,
  }))
}

function ruleOf(rule: unknown): JdmRule {
  const cells: Record<string, string> = {}
  if (isData(rule)) for (const [id, cell] of Object.entries(rule)) cells[id] = typeof cell === 'string' ? cell : ''
  return cells
}

export function withRules(content: Data, table: JdmTable, rules: readonly JdmRule[]): Data {
  return withValue(content, [...table.at, 'rules'], rules)
}

/** A rule one place up (-1) or down (+1); the same list where there is no such place. */
export function moved(rules: readonly JdmRule[], index: number, by: -1 | 1): readonly JdmRule[] {
  const one = rules[index]
  const other = rules[index + by]
  if (!one || !other) return rules
  return rules.map((rule, place) => (place === index ? other : place === index + by ? one : rule))
}

export function emptyRule(table: JdmTable, id: string): JdmRule {
  return { ...Object.fromEntries(table.columns.map((column) => [column.id, ''])), _id: id }
}

/** An example input with every field the table looks at, for trying out. */
export function sampleInput(tables: readonly JdmTable[]): Data {
  let input: Data = {}
  for (const { columns } of tables) {
    for (const { field, side } of columns)
      if (side === 'in' && field !== '') input = withValue(input, field.split('.'), '')
  }
  return input
}

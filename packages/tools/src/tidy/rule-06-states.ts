/**
 * Rule 6: no state is set outside `transition()`. The column `state` is written only in functions that take a
 * `Transition` (or insert `….initial`); no other code writes a state's name over another; and the CHECK list of a table
 * equals the states of its lifecycle. It speaks of the business rows; the progress of a machine's task is no case.
 */
import { codeOf, finding, type Finding, type House } from './house.ts'
import { businessRows } from './levels.ts'
import { tablesOf, type Table } from './migrations.ts'
import { writesOf } from './sql-writes.ts'

export function states(house: House): Finding[] {
  return [...unguardedWrites(house), ...statesWrittenOver(house), ...lists(house)]
}

function unguardedWrites(house: House): Finding[] {
  return codeOf(house)
    .filter((file) => file.column === 'server' && !file.isTest)
    .flatMap((file) =>
      !businessRows.includes(file.row)
        ? []
        : writesOf(file)
            .filter((write) => write.setsState)
            .flatMap((write) => {
              const around = file
                .facts()
                .functions.filter((item) => item.start <= write.start && write.start < item.end)
              const taken = around.some((item) => /\b\w*Transition\b/.test(item.params))
              const begun = write.verb === 'insert' && around.some((item) => /\.initial\b/.test(item.text))
              if (taken || begun) return []
              return [finding(file, write.start, `state of ${write.table} is written without a Transition`)]
            }),
    )
}

function statesWrittenOver(house: House): Finding[] {
  const known = new Set(house.catalogues.lifecycles.flatMap((item) => Object.keys(item.value.states)))
  return codeOf(house)
    .filter((file) => ['domain', 'server'].includes(file.column) && file.row !== 'kernel' && !file.isTest)
    .flatMap((file) =>
      file
        .facts()
        .statesSet.filter((item) => known.has(item.value))
        .map((item) =>
          finding(file, item.start, `'${item.value}' is written over a state; only transition() leads there`),
        ),
    )
}

function lists(house: House): Finding[] {
  const tables = tablesOf(house)
  const found: Finding[] = []
  const owned = new Set<string>()
  for (const { path, value } of house.catalogues.lifecycles) {
    owned.add(value.table)
    const table = tables.get(value.table)
    if (!table) {
      const sentence = `lifecycle ${value.name}: there is no table ${value.table}`
      if (tables.size > 0) found.push({ path, line: 1, sentence })
    } else found.push(...compare(table, value.name, Object.keys(value.states)))
  }
  for (const table of tables.values()) {
    if (table.hasState && !owned.has(table.name) && businessRows.includes(table.row ?? '')) {
      const sentence = `${table.name}.state follows no lifecycle of the domain`
      found.push({ path: table.path, line: table.line, sentence })
    }
  }
  return found
}

function compare(table: Table, name: string, wanted: readonly string[]): Finding[] {
  const say = (sentence: string): Finding[] => [{ path: table.path, line: table.line, sentence }]
  if (!table.states) return say(`${table.name} has no check (state in (…)) for the lifecycle ${name}`)
  const missing = wanted.filter((state) => !table.states?.includes(state))
  const strange = table.states.filter((state) => !wanted.includes(state))
  if (missing.length + strange.length === 0) return []
  const words = [...missing.map((state) => `lacks '${state}'`), ...strange.map((state) => `has the strange '${state}'`)]
  return say(`the CHECK list of ${table.name} differs from the lifecycle ${name}: ${words.join(', ')}`)
}

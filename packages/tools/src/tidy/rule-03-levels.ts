/**
 * Rule 3: no import cycle; no import against the levels of the rows or the doors of the columns (`levels.ts`); into
 * another row only through its `index.ts`, into another package only as `@anpei/<package>/<row>`. Tests may look at
 * higher rows (a whole application), but go through the same doors.
 */
import { finding, type Finding, type House, type SourceFile } from './house.ts'
import { edgesOf, type Edge } from './imports.ts'
import {
  apiReaders,
  columnImports,
  columnLibraries,
  ground,
  rootRows,
  rowLevels,
  sideways,
  webGround,
} from './levels.ts'

export function levels(house: House): Finding[] {
  const edges = edgesOf(house)
  return [...unknownRows(house), ...edges.flatMap(doors), ...edges.flatMap(climbs), ...cycles(edges)]
}

const isWeb = (column: string): boolean => column.startsWith('web-')

/** A number that grows with the level; within the ground the order of the literal counts. */
function rankOf(column: string, row: string): number | null {
  const base: readonly string[] = isWeb(column) ? webGround : ground
  const place = base.indexOf(row)
  if (place >= 0) return place / 100
  if (rootRows.includes(row)) return 9
  return rowLevels[row] ?? null
}

function hasLevels(file: SourceFile): boolean {
  return file.column !== '' && file.column !== 'tools' && file.column !== 'e2e'
}

function unknownRows(house: House): Finding[] {
  const seen = new Set<string>()
  return house.files.flatMap((file) => {
    const place = `${file.column}/${file.row}`
    if (!file.isCode || !hasLevels(file) || file.row === 'testing' || seen.has(place)) return []
    seen.add(place)
    if (rankOf(file.column, file.row) !== null) return []
    return [{ path: file.path, line: 1, sentence: `the row '${file.row}' has no level in tidy/levels.ts` }]
  })
}

function doors(edge: Edge): Finding[] {
  const { from, item, path } = edge
  const say = (sentence: string): Finding[] => [finding(from, item.start, sentence)]
  if (from.column === '') return []
  if (path === null) return libraries(edge)
  const to = placeOf(path)
  if (!to) {
    return from.isTest || /^(packages|config)\//.test(path) ? [] : say(`'${item.specifier}' leads out of the packages`)
  }
  if (to.column === from.column) {
    if (!item.specifier.startsWith('.')) return say(`inside a package imports are relative, not '${item.specifier}'`)
    if (to.row === from.row || to.row === 'root' || /\.(json|css|svg|png)$/.test(path)) return []
    if (to.inRow === 'index.ts' || to.inRow === 'index.tsx' || isLazyPage(edge)) return []
    if (to.row === 'testing' && from.isTest) return []
    return say(`into the row '${to.row}' only through its index.ts, not '${item.specifier}'`)
  }
  if (!columnImports[from.column]?.includes(to.column)) return say(`${from.column} may not import ${to.column}`)
  if (item.specifier.startsWith('.')) return say(`between packages only @anpei/${to.column}/<row>, not a relative path`)
  return []
}

function placeOf(path: string): { column: string; row: string; inRow: string } | null {
  const found = /^packages\/([^/]+)\/src\/(?:([^/]+)\/)?(.+)$/.exec(path)
  return found ? { column: found[1] ?? '', row: found[2] ?? 'root', inRow: found[3] ?? '' } : null
}

function isLazyPage(edge: Edge): boolean {
  return isWeb(edge.from.column) && edge.item.dynamic && /Page\.tsx$/.test(edge.path ?? '')
}

function libraries(edge: Edge): Finding[] {
  const allowed = columnLibraries[edge.from.column]
  if (!allowed || edge.from.isTest) return []
  const name = edge.item.specifier
    .split('/')
    .slice(0, edge.item.specifier.startsWith('@') ? 2 : 1)
    .join('/')
  if (allowed.includes(name)) return []
  return [finding(edge.from, edge.item.start, `${edge.from.column} may not import the library '${name}'`)]
}

function climbs(edge: Edge): Finding[] {
  const { from, item, path } = edge
  const to = path === null ? null : placeOf(path)
  if (edge.to?.isTest && !from.isTest) return [finding(from, item.start, `only tests import '${item.specifier}'`)]
  if (!to || !hasLevels(from) || from.isTest || (to.column === from.column && to.row === from.row)) return []
  const say = (sentence: string): Finding[] => [finding(from, item.start, sentence)]
  const readsApi = isWeb(from.column) || (from.column === 'server' && apiReaders.includes(from.row))
  if (to.column === 'contract' && to.row === 'api' && readsApi) return []
  const here = rankOf(from.column, from.row)
  const there = rankOf(to.column, to.row)
  if (here === null || there === null || there < here || here === 9) return []
  if (from.row === to.row || (from.column !== to.column && there < 1)) return []
  if (here !== there) return say(`'${from.row}' may not import the higher '${to.row}'`)
  if (sideways[from.row]?.includes(to.row)) return []
  return say(`'${from.row}' may not import '${to.row}' of the same level: record an event (or see tidy/levels.ts)`)
}

function cycles(edges: readonly Edge[]): Finding[] {
  const next = new Map<SourceFile, Edge[]>()
  for (const edge of edges) {
    if (edge.to) next.set(edge.from, [...(next.get(edge.from) ?? []), edge])
  }
  const found: Finding[] = []
  const done = new Set<SourceFile>()
  const trail: SourceFile[] = []
  const visit = (file: SourceFile): void => {
    trail.push(file)
    for (const edge of next.get(file) ?? []) {
      if (!edge.to || done.has(edge.to)) continue
      const start = trail.indexOf(edge.to)
      if (start < 0) visit(edge.to)
      else {
        const way = [...trail.slice(start), edge.to].map((step) => step.path.replace(/^packages\//, '')).join(' → ')
        found.push(finding(edge.from, edge.item.start, `import cycle: ${way}`))
      }
    }
    trail.pop()
    done.add(file)
  }
  for (const file of next.keys()) if (!done.has(file)) visit(file)
  return found
}

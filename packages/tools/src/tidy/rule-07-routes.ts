/**
 * Rule 7: every route of the contract has a permission that exists, is gathered in the contract index (`api/index.ts`),
 * and stands with the same permission in the matrix `docs/permission-matrix.json`, which is
 * `{ "routes": { "<route id>": { "permission": … } } }`; the matrix names no route that does not exist.
 */
import { isRecord } from './catalogues.ts'
import type { Finding, House } from './house.ts'

const matrixPath = 'docs/permission-matrix.json'
const indexPath = 'packages/contract/src/api/index.ts'

export function routes(house: House): Finding[] {
  const { contractRoutes, gatheredRoutes, permissions } = house.catalogues
  const matrix = matrixOf(house.permissionMatrix)
  const found: Finding[] = []
  const ids = new Set<string>()
  const doors = new Set<string>()
  for (const { path, name: id, value } of contractRoutes) {
    const say = (sentence: string): void => {
      found.push({ path, line: 1, sentence: `route '${id}' ${sentence}` })
    }
    const door = `${value.method} ${value.path}`
    if (ids.has(id)) say('is declared twice')
    if (doors.has(door)) say(`stands at ${door}, where another one stands`)
    ids.add(id)
    doors.add(door)
    if (value.permission === '') say('has no permission')
    else if (!Object.hasOwn(permissions, value.permission)) say(`asks the unknown permission '${value.permission}'`)
    if (!gatheredRoutes?.includes(id)) say(`is not gathered in ${indexPath}`)
    const line = matrix?.get(id)
    if (line === undefined) say(`does not stand in ${matrixPath}`)
    else if (line !== value.permission) say(`asks '${value.permission}', but ${matrixPath} says '${line}'`)
  }
  for (const id of matrix?.keys() ?? []) {
    if (!ids.has(id)) found.push({ path: matrixPath, line: 1, sentence: `'${id}' is no route of the contract` })
  }
  for (const id of gatheredRoutes ?? []) {
    if (!ids.has(id)) found.push({ path: indexPath, line: 1, sentence: `'${id}' stands in no routes.ts of a row` })
  }
  return found
}

/** Route id → permission. */
function matrixOf(value: unknown): Map<string, string> | null {
  if (!isRecord(value)) return null
  const lines = isRecord(value['routes']) ? value['routes'] : {}
  return new Map(
    Object.entries(lines).map(([id, line]) => {
      const permission = isRecord(line) ? line['permission'] : undefined
      return [id, typeof permission === 'string' ? permission : '']
    }),
  )
}

import { describe, expect, test } from 'vitest'
import { houseOf, noCatalogues, type House } from './house.ts'
import { routes } from './rule-07-routes.ts'

const value = {
  id: 'claim.approve',
  method: 'POST',
  path: '/api/claims/:id/approve',
  permission: 'claim.approve',
  summary: '审批',
}
const declared = { row: 'claims', path: 'packages/contract/src/claims/routes.ts', name: value.id, value }
const catalogues = {
  ...noCatalogues,
  permissions: { 'claim.approve': '审批赔案' },
  contractRoutes: [declared],
  gatheredRoutes: [value.id],
}
const permissionMatrix = { routes: { 'claim.approve': { permission: 'claim.approve' } } }
const found = (more: Partial<House>): string[] =>
  routes(houseOf({}, { catalogues, permissionMatrix, ...more })).map((item) => item.sentence)

describe('rule 7', () => {
  test('a route that has its permission and stands in both places', () => {
    expect(found({})).toEqual([])
  })
  test('a route without permission, or with an unknown one', () => {
    const without = { ...declared, value: { ...value, permission: '' } }
    expect(found({ catalogues: { ...catalogues, contractRoutes: [without] } })).toContain(
      "route 'claim.approve' has no permission",
    )
    expect(found({ catalogues: { ...catalogues, permissions: {} } })).toEqual([
      "route 'claim.approve' asks the unknown permission 'claim.approve'",
    ])
  })
  test('a route that is not gathered, and one that is gathered from nowhere', () => {
    expect(found({ catalogues: { ...catalogues, gatheredRoutes: ['claim.other'] } })).toEqual([
      "route 'claim.approve' is not gathered in packages/contract/src/api/index.ts",
      "'claim.other' stands in no routes.ts of a row",
    ])
  })
  test('a matrix that lacks it, says another permission, or has one that is not', () => {
    expect(found({ permissionMatrix: null })).toEqual([
      "route 'claim.approve' does not stand in docs/permission-matrix.json",
    ])
    const wrong = { routes: { 'claim.approve': { permission: 'claim.read' }, 'claim.gone': {} } }
    expect(found({ permissionMatrix: wrong })).toEqual([
      "route 'claim.approve' asks 'claim.approve', but docs/permission-matrix.json says 'claim.read'",
      "'claim.gone' is no route of the contract",
    ])
  })
  test('two routes with one id or one address', () => {
    expect(found({ catalogues: { ...catalogues, contractRoutes: [declared, declared] } })).toEqual([
      "route 'claim.approve' is declared twice",
      "route 'claim.approve' stands at POST /api/claims/:id/approve, where another one stands",
    ])
  })
})

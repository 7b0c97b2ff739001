import { describe, expect, it } from 'vitest'
import { houseOf, noCatalogues } from '../tidy/index.ts'
import { permissionMatrixDocument } from './permission-matrix.ts'

describe('ORG-05 the matrix of routes and roles', () => {
  it('names of each route the roles that may call it', () => {
    const route = (id: string, permission: string) => ({
      row: 'claims',
      path: 'packages/contract/src/claims/claims.ts',
      name: id,
      value: { id, method: 'POST', path: `/api/${id}`, permission, summary: id },
    })
    const contractRoutes = [
      route('payClaim', 'payment.send'),
      route('approve', 'claim.approve'),
      route('look', 'public'),
      route('mine', 'session'),
    ]
    const roles = [
      { code: 'underwriter', permissions: ['claim.approve'] },
      { code: 'head', permissions: ['claim.approve', 'payment.send'] },
    ]
    const matrix: unknown = JSON.parse(
      permissionMatrixDocument(houseOf({}, { catalogues: { ...noCatalogues, contractRoutes } }), roles),
    )
    expect(matrix).toMatchObject({
      roles: ['underwriter', 'head'],
      routes: {
        approve: { permission: 'claim.approve', roles: ['underwriter', 'head'] },
        look: { roles: 'everybody' },
        mine: { roles: 'signed in' },
        payClaim: { path: '/api/payClaim', roles: ['head'] },
      },
    })
  })
})

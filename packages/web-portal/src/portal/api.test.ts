import * as api from '@anpei/contract/portal'
import { describe, expect, it } from 'vitest'
import { apiRoutes } from './routes.ts'

describe('POR-03 the portal calls the routes of the contract', () => {
  const declared = new Map(Object.values(api).flatMap((one) => 'path' in one
    && 'method' in one ? [[one.id, [one.method, one.path]]] : []))
  it.each(Object.entries(apiRoutes))('%s', (id, route) => {
    expect([...route]).toEqual(declared.get(id))
  })
})

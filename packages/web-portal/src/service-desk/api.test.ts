import * as contract from '@anpei/contract/service-desk'
import { describe, expect, it } from 'vitest'
import { api } from './api.ts'

describe('SRV-02 the portal calls the routes of the contract', () => {
  const declared = new Map(
    Object.entries(contract).flatMap(([name, one]) =>
      'path' in one && 'method' in one ? [[name, { method: one.method, path: one.path }]] : [],
    ),
  )
  it.each(Object.entries(api))('%s', (name, { method, path }) => {
    expect({ method, path }).toEqual(declared.get(name))
  })
})

import * as contract from '@anpei/contract/programme'
import { describe, expect, it } from 'vitest'
import { api } from './api.ts'

describe('PRG-07 SRV-07 the pages of programmes call the routes of the contract', () => {
  const declared = new Map(
    Object.values(contract).flatMap((one) =>
      'path' in one && 'method' in one ? [[one.id, { method: one.method, path: one.path }]] : [],
    ),
  )
  it.each(Object.entries(api))('%s', (id, { method, path }) => {
    expect({ method, path }).toEqual(declared.get(id))
  })
})

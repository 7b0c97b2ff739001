import * as contract from '@anpei/contract/complaints'
import { describe, expect, it } from 'vitest'
import { api } from './api.ts'

describe('CMP-12, POR-03 the pages of 举报 call the routes of the contract', () => {
  it.each(Object.entries(api))('%s', (id, { method, path }) => {
    const route = Object.values(contract).find((one) => 'path' in one && one.id === id)
    expect(route).toMatchObject({ method, path })
  })
})

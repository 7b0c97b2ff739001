import { describe, expect, it } from 'vitest'
import { unitChoices, unitOf } from './guidance-units.ts'

const head = { id: 'i1', parentId: null, kind: 'head_office', kindWord: '总公司', code: 'HQ', name: '总公司' } as const
const outlet = { id: 'i2', parentId: 'i1', kind: 'outlet', kindWord: '网点', code: 'CN', name: '峡山网点' } as const
const claims = { id: 'd1', institutionId: 'i1', parentId: null, code: 'LP', name: '理赔部', people: 3 }

describe('ORG-02 units that guidance is issued to', () => {
  it('lists every institution followed by its departments', () => {
    const institutions = [head, outlet].map((one) => ({ ...one, head: null, people: 1 }))
    expect(unitChoices({ institutions, departments: [claims] })).toEqual([
      { value: 'institution:i1', label: '总公司' },
      { value: 'department:d1', label: '总公司 · 理赔部' },
      { value: 'institution:i2', label: '峡山网点' },
    ])
    expect(unitChoices(undefined)).toEqual([])
  })

  it('reads a choice back as the unit', () => {
    expect(unitOf('department:d1')).toEqual({ kind: 'department', id: 'd1' })
    expect(unitOf('institution:i2')).toEqual({ kind: 'institution', id: 'i2' })
  })
})

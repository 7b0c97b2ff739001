import { Me } from '@anpei/contract/identity'
import { describe, expect, it } from 'vitest'
import { forgetMe, keepMe, keptMe } from './kept-me.ts'

const me = Me.parse({
  kind: 'staff',
  id: '0198a3f0-0000-7000-8000-000000000001',
  name: '李燕玲',
  post: '综合服务专员',
  institution: null,
  tenant: { id: 1, name: '示范', kind: 'insurer' },
  permissions: ['visit.make'],
  now: '2026-11-23T01:00:00.000Z',
  timePasses: false,
  sleeping: [],
})
const HOUR = 3_600_000

function drawer(content = ''): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map(content === '' ? [] : [['anpei-staff:me', content]])
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => {
      kept.set(name, text)
    },
    removeItem: (name) => {
      kept.delete(name)
    },
  }
}

describe('SRV-09 who works on a tablet that is switched on without a network', () => {
  it('is who was signed in there last, for a day of work', () => {
    const place = drawer()
    keepMe(me, 1_000, place)
    expect(keptMe(1_000 + 15 * HOUR, place)).toEqual({ me, heardAt: 1_000 })
    expect(keptMe(1_000 + 16 * HOUR, place)).toBeNull()
    expect(place.getItem('anpei-staff:me')).toBeNull()
  })

  it('is nobody after signing out, and nobody where something else lies there', () => {
    const place = drawer()
    keepMe(me, 1_000, place)
    forgetMe(place)
    expect(keptMe(2_000, place)).toBeNull()
    expect(keptMe(2_000, drawer('{"me":'))).toBeNull()
    expect(keptMe(2_000, drawer('{"me":{"kind":"staff"},"heardAt":1}'))).toBeNull()
  })
})

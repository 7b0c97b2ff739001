import { describe, expect, it } from 'vitest'
import { routeOrder } from './index.ts'

const BASE = '440514001001'
const stop = (
  id: string,
  villageCode: string | null,
  rest: { half?: 'am' | 'pm'; kind?: 'home' | 'on_site' | 'video'; from?: string } = {},
) => ({ id, villageCode, half: 'am', kind: 'home', from: '2026-11-24T01:00:00.000Z', ...rest }) as const

describe('SRV-09 the order of a day', () => {
  it.each([
    [
      'own village, own town, other towns together, unknown last',
      [
        stop('a', null),
        stop('b', '440514003001'),
        stop('c', '440514001002'),
        stop('d', '440514003001'),
        stop('e', '440514002009'),
        stop('f', BASE),
      ],
      'fcebda',
    ],
    ['morning before afternoon', [stop('a', BASE, { half: 'pm' }), stop('b', '440514003001')], 'ba'],
    [
      'a scene first, videos behind the houses by their hour',
      [
        stop('a', BASE),
        stop('b', null, { kind: 'video', from: '2026-11-24T03:00:00.000Z' }),
        stop('c', null, { kind: 'video', from: '2026-11-24T02:00:00.000Z' }),
        stop('d', '440514003001', { kind: 'on_site' }),
      ],
      'dacb',
    ],
    ['nothing to do', [], ''],
  ] as const)('%s', (_name, stops, order) => {
    expect(
      routeOrder(stops, BASE)
        .map((one) => one.id)
        .join(''),
    ).toBe(order)
  })
})

import { describe, expect, it } from 'vitest'
import { nearnessOf, rankVisitors } from './index.ts'

const visitor = (
  staffId: string,
  baseVillage: string,
  rest: { villages?: string[]; free?: boolean; covered?: boolean; load?: number } = {},
) => ({
  staffId,
  baseVillage,
  villages: [],
  free: true,
  covered: true,
  load: 0,
  ...rest,
})
const XIASHAN = '440514001001'

describe('CLM-02 SRV-09 the nearest free person', () => {
  it.each([
    ['lives there', visitor('a', XIASHAN), XIASHAN, 0],
    ['serves it', visitor('a', '440514002001', { villages: [XIASHAN] }), XIASHAN, 0],
    ['of the town', visitor('a', '440514001009'), XIASHAN, 1],
    ['of another town', visitor('a', '440514002001'), XIASHAN, 2],
    ['nobody knows where', visitor('a', XIASHAN), null, 2],
  ] as const)('%s', (_name, one, village, nearness) => {
    expect(nearnessOf(one, village)).toBe(nearness)
  })

  it.each([
    ['free before near', [visitor('a', XIASHAN, { free: false }), visitor('b', '440514009001')], 'ba'],
    ['covered before near', [visitor('a', XIASHAN, { covered: false }), visitor('b', '440514009001')], 'ba'],
    ['free before covered', [visitor('a', XIASHAN, { free: false }), visitor('b', XIASHAN, { covered: false })], 'ba'],
    ['near before idle', [visitor('a', '440514009001'), visitor('b', '440514001002', { load: 9 })], 'ba'],
    ['idle before busy', [visitor('a', XIASHAN, { load: 2 }), visitor('b', XIASHAN, { load: 1 })], 'ba'],
    ['else always the same', [visitor('b', XIASHAN), visitor('a', XIASHAN)], 'ab'],
  ] as const)('%s', (_name, candidates, order) => {
    expect(
      rankVisitors(candidates, XIASHAN)
        .map((one) => one.staffId)
        .join(''),
    ).toBe(order)
  })
})

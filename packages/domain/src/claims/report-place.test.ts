import { describe, expect, it } from 'vitest'
import { placeServed } from './report-place.ts'

const towns = [
  { code: '440514001', name: '峡山街道' },
  { code: '440514100', name: '井都镇' },
  { code: '440514104', name: '两英镇' },
]
const areas = new Map([
  ['440514001', 'xiashan'],
  ['440514104', 'liangying'],
])

describe('CLK-04 whose a report is', () => {
  it.each([
    ['the town of the accident', '两英镇古溪村路口', '440514001001', true, 'liangying'],
    ['without 镇', '在两英菜市场门口', null, true, 'liangying'],
    ['a town nobody serves: the town of the home', '井都镇平湖', '440514001001', true, 'xiashan'],
    ['no town named: the town of the home', '自家楼梯', '440514104002', true, 'liangying'],
    ['two towns named: the town of the home', '从峡山到两英的路上', '440514001001', true, 'xiashan'],
    ['a known place nobody serves', '井都镇', null, true, null],
    ['a home nobody serves', '', '440514100001', true, null],
    ['no place at all', '路上', null, false, null],
  ])('%s', (_case, placeText, villageCode, known, institutionId) => {
    expect(placeServed({ placeText, villageCode, towns, areas })).toEqual({ known, institutionId })
  })
})

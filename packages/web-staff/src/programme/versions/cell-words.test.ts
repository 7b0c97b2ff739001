import { describe, expect, it } from 'vitest'
import { cellWords } from './cell-words.ts'

describe('CLM-07 a decision table is read in words', () => {
  it.each([
    ['kinds', "contains($, 'death')", '含意外身故'],
    ['kinds', '', '不限'],
    ['amountFen', '> 500000', '超过 ¥5,000.00'],
    ['amountFen', '<= 500000', '不超过 ¥5,000.00'],
    ['historyCount', '> 5', '超过 5'],
    ['injuryGrade', '[1..4]', '1 至 4'],
    ['approvalSteps', '2', '2'],
    ['manual', 'true', '是'],
    ['vehicle', "'undecided'", '有待认定'],
    ['class', "'special'", '特殊'],
    ['amountFen', '> historyCount * 100', '> historyCount * 100'],
  ])('%s %s is %s', (field, cell, words) => {
    expect(cellWords(field, cell)).toBe(words)
  })
})

import { describe, expect, it } from 'vitest'
import { decideOrigin, type PaperOrigin } from './index.ts'

const NONE: PaperOrigin = { postmarkOn: null, trackingNo: '', sheetNo: '', sender: '', answerBy: null }
const outcome = (told: PaperOrigin | null) => {
  const decided = decideOrigin(told, '2026-03-02')
  return decided.ok ? decided.value : decided.code
}

describe('SRV-02 what a paper says about itself', () => {
  it.each<[string, PaperOrigin | null, unknown]>([
    ['nothing told', null, null],
    ['nothing filled in', NONE, null],
    ['posted the day it came', { ...NONE, postmarkOn: '2026-03-02' }, { ...NONE, postmarkOn: '2026-03-02' }],
    ['posted after it came', { ...NONE, postmarkOn: '2026-03-03' }, 'desk.postmark_after_receipt'],
    ['a tracking number alone', { ...NONE, trackingNo: 'EA1' }, { ...NONE, trackingNo: 'EA1' }],
    ['a date without a sheet', { ...NONE, answerBy: '2026-03-20' }, 'desk.sheet_number_missing'],
    ['a sheet whose date has passed is kept as written', sheet('2026-02-20'), sheet('2026-02-20')],
  ])('%s', (_, told, expected) => {
    expect(outcome(told)).toEqual(expected)
  })
})

function sheet(answerBy: string): PaperOrigin {
  return { ...NONE, sheetNo: '粤金监转〔2026〕1号', sender: '演示监管局', answerBy }
}

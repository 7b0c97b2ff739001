import { describe, expect, it } from 'vitest'
import { clampSize, dayInWords, fitWithin, instantInWords, sentencesToSpeak, yuan } from './index.ts'

describe('POR-01 sizes, days, sums', () => {
  it.each([
    [24, 24],
    [12, 18],
    [99, 36],
    [Number.NaN, 24],
  ])('text size %d → %d', (asked, size) => {
    expect(clampSize(asked)).toBe(size)
  })
  it('says days and sums as people do', () => {
    expect(dayInWords('2026-11-22', 'zh')).toBe('2026年11月22日（星期日）')
    expect(dayInWords('2026-02-05', 'en')).toBe('Thursday, 5 February 2026')
    expect(instantInWords('2026-11-22T07:05:00.000Z', 'zh')).toBe('11月22日下午3:05')
    expect(yuan(300000, 'zh')).toBe('3,000元')
    expect(yuan(120050, 'en')).toBe('¥1,200.50')
  })
  it('keeps the shape of a photo and never enlarges it', () => {
    expect(fitWithin(4000, 3000, 2400)).toEqual({ width: 2400, height: 1800 })
    expect(fitWithin(800, 600, 2400)).toEqual({ width: 800, height: 600 })
  })
})

describe('POR-02 reading aloud', () => {
  it('goes sentence by sentence and cuts long ones at a comma', () => {
    expect(sentencesToSpeak('我们收到了。请放心！\n下一步')).toEqual(['我们收到了。', '请放心！', '下一步'])
    const long = `${'很长的话'.repeat(25)}，${'后半句'.repeat(10)}`
    expect(sentencesToSpeak(long)).toEqual([`${'很长的话'.repeat(25)}，`, '后半句'.repeat(10)])
  })
})

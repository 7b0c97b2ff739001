import { describe, expect, it } from 'vitest'
import { progressLine } from './progress-bar.ts'

describe('PRG-05 progress of an import', () => {
  it.each([
    [0, 200, `[${'-'.repeat(30)}]   0 %`],
    [100, 200, `[${'#'.repeat(15)}${'-'.repeat(15)}]  50 %`],
    [200, 200, `[${'#'.repeat(30)}] 100 %`],
    [210, 200, '] 100 %'],
    [12_345, null, '已读 12,345 行'],
  ])('%i of %s', (done, total, shown) => {
    expect(progressLine(done, total, 1)).toContain(shown)
  })
})

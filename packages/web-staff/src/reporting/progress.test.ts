import { describe, expect, it } from 'vitest'
import { isRunning, percentOf, progressText } from './progress.ts'

describe('OPS-05 progress of long work on screens', () => {
  it.each([
    ['waiting', 0, null, 0, '—', true],
    ['running', 0, 0, 0, '0 / 0', true],
    ['running', 1_250, 5_000, 25, '1,250 / 5,000', true],
    ['running', 5_000, 5_000, 99, '5,000 / 5,000', true],
    ['running', 7, null, 0, '7', true],
    ['done', 5_000, 5_000, 100, '5,000', false],
    ['failed', 10, 20, 50, '10 / 20', false],
  ] as const)('%s %i of %s', (state, doneCount, totalCount, percent, text, running) => {
    const task = { state, doneCount, totalCount }
    expect(percentOf(task)).toBe(percent)
    expect(progressText(task)).toBe(text)
    expect(isRunning(task)).toBe(running)
  })

  it('has nothing running before anything was started', () => {
    expect(isRunning(undefined)).toBe(false)
  })
})

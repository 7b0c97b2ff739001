import { describe, expect, test } from 'vitest'
import { excuse, printed } from './excuse.ts'

const found = [{ path: 'packages/server/src/a.ts', line: 7, sentence: 'the function has 71 lines, more than 70' }]
const exception = {
  path: 'packages/server/src/a.ts',
  says: 'the function has',
  reason: 'a table',
  until: '2027-01-31',
}

describe('exceptions', () => {
  test('excuse until their last day', () => {
    expect(excuse(found, [exception], '2027-01-31')).toEqual([])
    expect(printed(excuse(found, [exception], '2027-02-01'))).toBe(
      [
        'packages/server/src/a.ts:7 the function has 71 lines, more than 70',
        'packages/tools/src/tidy/exceptions.ts:1 the exception for packages/server/src/a.ts ended on 2027-01-31',
      ].join('\n'),
    )
  })
  test('excuse only what they name', () => {
    expect(excuse(found, [{ ...exception, says: 'the line has' }], '2027-01-01')).toHaveLength(2)
    expect(excuse(found, [{ ...exception, path: 'packages/server/src/b.ts' }], '2027-01-01')).toHaveLength(2)
  })
  test('that excuse nothing are found', () => {
    expect(printed(excuse([], [exception], '2027-01-01'))).toContain('excuses nothing')
  })
})

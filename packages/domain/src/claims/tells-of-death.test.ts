import { expect, test } from 'vitest'
import { tellsOfDeath } from './tells-of-death.ts'

test.each([
  [['hospital'], null, false],
  [['hospital'], '2026-10-12', true],
  [['death'], null, true],
  [['disability', 'death'], '2026-10-12', true],
])('NTF-02 a case of %s, died on %s: %s', (kinds, diedOn, expected) => {
  expect(tellsOfDeath(kinds, diedOn)).toBe(expected)
})

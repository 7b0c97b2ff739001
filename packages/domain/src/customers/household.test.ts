import { describe, expect, it } from 'vitest'
import { turnedRelation } from './household.ts'

describe('CUS-02 a tie of a household read from the other side', () => {
  it.each([
    ['child', 'parent'],
    ['spouse', 'spouse'],
    ['carer', 'cared_for'],
    ['grandparent', 'grandchild'],
    ['child_in_law', 'parent_in_law'],
  ] as const)('%s is %s, and back', (one, other) => {
    expect(turnedRelation(one)).toBe(other)
    expect(turnedRelation(other)).toBe(one)
  })
})

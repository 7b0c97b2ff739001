/** CUS-02: a tie of a household is recorded once and read from both sides: whose child I am is my parent. */
import type { HouseholdRelation } from './words.ts'

const TURNED: Readonly<Record<HouseholdRelation, HouseholdRelation>> = {
  spouse: 'spouse',
  child: 'parent',
  parent: 'child',
  child_in_law: 'parent_in_law',
  parent_in_law: 'child_in_law',
  grandchild: 'grandparent',
  grandparent: 'grandchild',
  sibling: 'sibling',
  kin: 'kin',
  carer: 'cared_for',
  cared_for: 'carer',
}

export function turnedRelation(relation: HouseholdRelation): HouseholdRelation {
  return TURNED[relation]
}

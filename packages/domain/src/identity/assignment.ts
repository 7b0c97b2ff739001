/**
 * ORG-07: what a case needs of its owner: the skills of its kinds, as far as anybody present has them, and the language
 * the person's care marks ask for. What goes with what is data (config/assignment.json).
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'
import type { OwnerCandidate, OwnerNeed } from './choose-owner.ts'

export type Assignment = {
  /** Kind of claim → skills. */
  readonly skills: Readonly<Record<string, readonly string[]>>
  /** Care mark → language. */
  readonly languages: Readonly<Record<string, string>>
}

export function parseAssignment(data: unknown): Decision<Assignment> {
  const skills = entriesOf(data, 'skills')
  const languages = entriesOf(data, 'languages')
  if (!skills || !languages) return refuse('identity.assignment_malformed')
  const lists = skills.flatMap(([kind, list]) => (isTexts(list) ? [[kind, list] as const] : []))
  const words = languages.flatMap(([mark, word]) => (typeof word === 'string' ? [[mark, word] as const] : []))
  if (lists.length < skills.length || words.length < languages.length) return refuse('identity.assignment_malformed')
  return ok({ skills: Object.fromEntries(lists), languages: Object.fromEntries(words) })
}

export function needOfCase(
  assignment: Assignment,
  candidates: readonly OwnerCandidate[],
  given: {
    readonly villageCode: string | null
    readonly kinds: readonly string[]
    readonly careMarks: readonly string[]
    readonly apart: readonly string[]
  },
): OwnerNeed {
  const able = candidates.filter((one) => one.mayHold && !one.absent && !given.apart.includes(one.id))
  const wanted = given.kinds.flatMap((kind) => assignment.skills[kind] ?? [])
  // Only skills that one person has together with those before: a case waits for nobody who does not exist.
  const skills: string[] = []
  for (const skill of wanted) {
    if (able.some((one) => [...skills, skill].every((each) => one.skills.includes(each)))) skills.push(skill)
  }
  const language = given.careMarks.map((mark) => assignment.languages[mark]).find((word) => word !== undefined) ?? null
  return { villageCode: given.villageCode, skills, language, apart: given.apart }
}

function entriesOf(data: unknown, name: string): [string, unknown][] | null {
  const found: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, name) : null
  return typeof found === 'object' && found !== null ? Object.entries(found) : null
}

function isTexts(list: unknown): list is string[] {
  return Array.isArray(list) && list.every((one) => typeof one === 'string')
}

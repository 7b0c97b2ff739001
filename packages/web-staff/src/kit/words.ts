/** Closed word lists on screens: narrowing a text to one of them, and the choices of a lifecycle. */
import type { Choice } from './forms.tsx'

/** The text if it is a key of the list, else undefined. */
export function keyIn<K extends string>(words: Readonly<Record<K, unknown>>, text: string | undefined): K | undefined {
  for (const key in words) if (key === text) return key
  return undefined
}

export function stateChoices<S extends string>(lifecycle: {
  readonly states: Readonly<Record<S, { readonly zh: string }>>
}): Choice<S>[] {
  const found: Choice<S>[] = []
  for (const value in lifecycle.states) found.push({ value, label: lifecycle.states[value].zh })
  return found
}

/** The next code of a list that is free, taken at once: `q1`, `q2`, … */
export function freeCode(letter: string, taken: Set<string>): string {
  let number = 1
  while (taken.has(letter + number)) number += 1
  taken.add(letter + number)
  return letter + number
}

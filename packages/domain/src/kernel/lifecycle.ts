/**
 * One typed table per case kind: its states, and its transitions with the permission each needs. From the table come
 * types, buttons, permissions, diagrams and the CHECK lists of the database (DESIGN §3, rule 6). Nothing sets a state
 * except by the value that `transition()` returns.
 */
import { ok, refuse, type Decision } from './result.ts'

/** `open` cases run clocks; `ended` cases do not. `zh` is the word on screens and letters. */
export type StateDef = { readonly zh: string; readonly en: string; readonly phase: 'open' | 'ended' }

export type TransitionDef<S extends string> = {
  readonly from: readonly S[]
  readonly to: S
  readonly permission: string
  readonly zh: string
}

export type Lifecycle<S extends string = string, T extends string = string> = {
  readonly kind: 'lifecycle'
  readonly name: string
  /** The table whose `state` column holds the state; its CHECK list equals the keys of `states`. */
  readonly table: string
  readonly zh: string
  readonly initial: S
  readonly states: Readonly<Record<S, StateDef>>
  readonly transitions: Readonly<Record<T, TransitionDef<S>>>
}

/** The only value a store accepts to set a state. */
export type Transition<S extends string = string> = { readonly kind: 'transition'; readonly from: S; readonly to: S }

type Definition<S extends string, T extends string> = {
  readonly name: string
  readonly table: string
  readonly zh: string
  readonly initial: NoInfer<S>
  readonly states: Readonly<Record<S, StateDef>>
  readonly transitions: Readonly<Record<T, TransitionDef<NoInfer<S>>>>
}

export function defineLifecycle<S extends string, T extends string>(def: Definition<S, T>): Lifecycle<S, T> {
  return { kind: 'lifecycle', ...def }
}

/** Applies a named transition to a state, or refuses `lifecycle.not_possible` naming both. */
export function transition<S extends string, T extends string>(
  lifecycle: Lifecycle<S, T>,
  name: T,
  state: S,
): Decision<Transition<S>, 'lifecycle.not_possible'> {
  const def = lifecycle.transitions[name]
  if (!def.from.includes(state)) {
    return refuse('lifecycle.not_possible', { act: def.zh, case: lifecycle.zh, state: lifecycle.states[state].zh })
  }
  return ok({ kind: 'transition', from: state, to: def.to })
}

/** The names of the transitions that lead out of a state. */
export function transitionsFrom<S extends string, T extends string>(lifecycle: Lifecycle<S, T>, state: S): T[] {
  const found: T[] = []
  for (const name in lifecycle.transitions) {
    if (lifecycle.transitions[name].from.includes(state)) found.push(name)
  }
  return found
}

/** Reads a stored state; a text the lifecycle does not know is a fault, not a refusal. */
export function stateOf<S extends string>(
  lifecycle: { readonly name: string; readonly states: Readonly<Record<S, StateDef>> },
  text: string,
): S {
  for (const state in lifecycle.states) if (state === text) return state
  throw new Error(`${lifecycle.name}: unknown state ${text}`)
}

/**
 * The answer of a rule: either a value, or a refusal with a stable code and the facts that explain it.
 * A refusal is the business saying no; it is a value, never an exception (DESIGN §6, three kinds of errors).
 */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export type Ok<V> = { readonly ok: true; readonly value: V }
export type Refusal<C extends string = string> = { readonly ok: false; readonly code: C; readonly facts: Facts }
export type Decision<V, C extends string = string> = Ok<V> | Refusal<C>

export function ok<V>(value: V): Ok<V> {
  return { ok: true, value }
}

export function refuse<C extends string>(code: C, facts: Facts = {}): Refusal<C> {
  return { ok: false, code, facts }
}

/** Marks code that the type checker proves can never run; throws if it runs after all. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${String(value)}`)
}

/** ORG-04: a password has at least ten characters, not all the same, and is neither the account's name nor the old
 * one. */
import { ok, refuse, type Decision } from '../kernel/index.ts'

const LEAST_CHARACTERS = 10

export function decidePassword(
  password: string,
  known: { readonly login: string; readonly old: string | null },
): Decision<null> {
  const characters = [...password]
  const login = known.login.toLowerCase()
  const isWeak =
    characters.length < LEAST_CHARACTERS ||
    new Set(characters).size < 2 ||
    password.toLowerCase().replaceAll(login, '').length < LEAST_CHARACTERS / 2 ||
    password === known.old
  return isWeak ? refuse('identity.password_weak', { min: LEAST_CHARACTERS }) : ok(null)
}

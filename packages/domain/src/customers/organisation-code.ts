/**
 * CUS-01: organisations (the policy holder, hospitals, partners) are identified by the unified social credit code:
 * 18 characters without I, O, S, V, Z, the last one a check character (GB 32100-2015).
 */
import { ok, refuse } from '../kernel/index.ts'
import type { Decision } from '../kernel/index.ts'
import { compactNumber } from './typed-text.ts'

export type OrganisationCodeRefusal =
  | 'customers.organisation_code_missing'
  | 'customers.organisation_code_characters'
  | 'customers.organisation_code_check'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export function parseOrganisationCode(text: string): Decision<string, OrganisationCodeRefusal> {
  const code = compactNumber(text).replace(/-/g, '').toUpperCase()
  if (code === '') return refuse('customers.organisation_code_missing')
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return refuse('customers.organisation_code_characters')
  const sum = WEIGHTS.reduce((total, weight, i) => total + ALPHABET.indexOf(code.charAt(i)) * weight, 0)
  if (code.charAt(17) !== ALPHABET.charAt((31 - (sum % 31)) % 31)) return refuse('customers.organisation_code_check')
  return ok(code)
}

/**
 * CUS-01: the account money is paid to. Cards carry a Luhn check digit, passbooks of the rural credit
 * cooperatives do not: a wrong Luhn digit warns and never blocks. The bank's name comes from the leading digits (BIN)
 * by a table handed in.
 */
import { ok, refuse } from '../kernel/index.ts'
import type { Decision } from '../kernel/index.ts'
import { compactNumber, cover } from './typed-text.ts'

/** debit, credit, prepaid, quasi-credit (准贷记卡). */
export type CardKind = 'debit' | 'credit' | 'prepaid' | 'quasiCredit'
export type BankBin = { readonly bankCode: string; readonly bankName: string; readonly kind: CardKind }
/** Keyed by `<leading digits>/<length of the card number>`. */
export type BankBins = ReadonlyMap<string, BankBin>
export type BankBinSource = {
  readonly banks: Readonly<Record<string, string>>
  /** [leading digits, bank code, DC | CC | PC | SCC, length of the card number] */
  readonly bins: readonly (readonly (string | number)[])[]
}
export type BankAccount = {
  readonly account: string
  readonly bank: BankBin | null
  readonly warnings: readonly 'customers.account_luhn'[]
}
export type BankAccountRefusal =
  | 'customers.account_missing'
  | 'customers.account_length'
  | 'customers.account_characters'

const SHORTEST = 8
const LONGEST = 32
const CARD_SHORTEST = 15
const CARD_LONGEST = 19
const BIN_LONGEST = 10
const BIN_SHORTEST = 3
const KINDS: ReadonlyMap<string, CardKind> = new Map([
  ['DC', 'debit'],
  ['CC', 'credit'],
  ['PC', 'prepaid'],
  ['SCC', 'quasiCredit'],
])

export function bankBinsOf(source: BankBinSource): BankBins {
  const bins = new Map<string, BankBin>()
  for (const [bin, bankCode, kind, length] of source.bins) {
    const key = `${bin}/${length}`
    if (bins.has(key)) continue
    const code = String(bankCode)
    bins.set(key, { bankCode: code, bankName: source.banks[code] ?? code, kind: KINDS.get(String(kind)) ?? 'debit' })
  }
  return bins
}

/** From the right, double every second digit, subtract 9 above 9; the sum ends in 0. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    const counted = i % 2 === 1 ? digit * 2 : digit
    sum += counted > 9 ? counted - 9 : counted
  }
  return sum % 10 === 0
}

export function parseBankAccount(text: string, bins: BankBins): Decision<BankAccount, BankAccountRefusal> {
  const account = compactNumber(text).replace(/[-‐-―]/g, '')
  if (account === '') return refuse('customers.account_missing')
  if (!/^\d+$/.test(account)) return refuse('customers.account_characters')
  if (account.length < SHORTEST || account.length > LONGEST) {
    return refuse('customers.account_length', { length: account.length })
  }
  const isCard = account.length >= CARD_SHORTEST && account.length <= CARD_LONGEST
  const warnings = isCard && !passesLuhn(account) ? ['customers.account_luhn' as const] : []
  return ok({ account, bank: bankOf(account, bins), warnings })
}

/** The name of a bank as somebody wrote it; a number written in its place would stand there for everybody to read. */
export function parseBankName(text: string): Decision<string, 'customers.bank_is_number'> {
  return /\d{6}/.test(compactNumber(text)) ? refuse('customers.bank_is_number') : ok(text)
}

/** The longest leading digits known for a card of this length. */
function bankOf(account: string, bins: BankBins): BankBin | null {
  for (let digits = BIN_LONGEST; digits >= BIN_SHORTEST; digits--) {
    const bank = bins.get(`${account.slice(0, digits)}/${account.length}`)
    if (bank !== undefined) return bank
  }
  return null
}

/** CUS-08: only the last four digits stay readable, as on a bank's own slip. */
export function maskAccount(account: string): string {
  return account.length > 8 ? cover(account, 0, 4) : '*'.repeat(account.length)
}

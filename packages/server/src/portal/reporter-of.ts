/** Who reported a case, from what the report told under its seal. */
import type { Tx } from '../http/index.ts'

type Told = { readonly salt: Buffer; readonly sealed: Buffer }

export function reporterOf(tx: Tx, { salt, sealed }: Told): { name: string; phone: string } {
  const told: unknown = JSON.parse(tx.vault.openText(salt, sealed))
  const reporter: unknown = typeof told === 'object' && told !== null ? Reflect.get(told, 'reporter') : null
  const read = (field: string) => {
    const value: unknown = typeof reporter === 'object' && reporter !== null ? Reflect.get(reporter, field) : ''
    return typeof value === 'string' ? value : ''
  }
  return { name: read('name'), phone: read('phone') }
}

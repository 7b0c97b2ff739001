/** Who reported a case and whether they told of a death, from what the report told under its seal. */
import type { Tx } from '../http/index.ts'

type Told = { readonly salt: Buffer; readonly sealed: Buffer }
type Reported = { readonly name: string; readonly phone: string; readonly diedOn: string | null }

export function reporterOf(tx: Tx, { salt, sealed }: Told): Reported {
  const told: unknown = JSON.parse(tx.vault.openText(salt, sealed))
  const read = (part: string, field: string) => {
    const value = fieldOf(fieldOf(told, part), field)
    return typeof value === 'string' ? value : ''
  }
  return {
    name: read('reporter', 'name'),
    phone: read('reporter', 'phone'),
    diedOn: read('accident', 'diedOn') || null,
  }
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined
}

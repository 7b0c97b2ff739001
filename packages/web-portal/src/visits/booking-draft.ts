/** SRV-09, POR-01: what a family has filled in of a booking stays on the phone until it is sent. */
const KINDS = ['home', 'video'] as const
export const PURPOSES = ['explain', 'report', 'collect', 'sign', 'other'] as const
export const CARES = ['age', 'mobility', 'lives_alone'] as const

export type BookingDraft = {
  readonly kind: (typeof KINDS)[number]
  readonly purpose: (typeof PURPOSES)[number] | null
  readonly told: readonly (typeof CARES)[number][]
  /** `2026-11-24/am`. */
  readonly halves: readonly string[]
  readonly name: string
  readonly address: string
  readonly phone: string
}

export const emptyBooking: BookingDraft = {
  kind: 'home',
  purpose: null,
  told: [],
  halves: [],
  name: '',
  address: '',
  phone: '',
}

/** A kept draft is somebody's storage: only what fits is taken over, and no half-day that has passed. */
export function readBooking(kept: unknown, open: readonly string[]): BookingDraft {
  if (typeof kept !== 'object' || kept === null) return emptyBooking
  const value = (name: string): unknown => Reflect.get(kept, name)
  const text = (name: string): string => {
    const found = value(name)
    return typeof found === 'string' ? found.slice(0, 200) : ''
  }
  const several = <T extends string>(name: string, words: readonly T[]): T[] => {
    const found = value(name)
    return Array.isArray(found) ? words.filter((word) => found.includes(word)) : []
  }
  return {
    kind: KINDS.find((kind) => kind === value('kind')) ?? 'home',
    purpose: PURPOSES.find((purpose) => purpose === value('purpose')) ?? null,
    told: several('told', CARES),
    halves: several('halves', open),
    name: text('name'),
    address: text('address'),
    phone: text('phone'),
  }
}

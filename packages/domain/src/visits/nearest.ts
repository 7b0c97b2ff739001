/**
 * CLM-02, SRV-09: the nearest free person is sent. There are no coordinates: who serves the village itself comes first,
 * then who serves the same town, then the others; among equals the one with the least to do. Whoever may set out at
 * once, with accident cover and the safety rules read (SRV-09), stands before whoever has to wait for a lead.
 */
export const NEARNESS = ['本村居', '本镇街', '其他'] as const
export type Nearness = 0 | 1 | 2

export type VisitorPlace = {
  readonly staffId: string
  readonly baseVillage: string
  readonly villages: readonly string[]
}

/** A village code is twelve digits, the first nine its town. */
const TOWN_DIGITS = 9
export const townOf = (villageCode: string): string => villageCode.slice(0, TOWN_DIGITS)

export function nearnessOf(visitor: VisitorPlace, villageCode: string | null): Nearness {
  if (villageCode === null) return 2
  const served = [visitor.baseVillage, ...visitor.villages]
  if (served.includes(villageCode)) return 0
  return served.some((one) => townOf(one) === townOf(villageCode)) ? 1 : 2
}

type Candidate = VisitorPlace & { readonly free: boolean; readonly covered: boolean; readonly load: number }

/**
 * The free before the others, the covered before those a lead must let go, the near before the far, then by load; last
 * by id, so that the order is always the same.
 */
export function rankVisitors<C extends Candidate>(candidates: readonly C[], villageCode: string | null): C[] {
  return [...candidates].sort(
    (a, b) =>
      Number(b.free) - Number(a.free) ||
      Number(b.covered) - Number(a.covered) ||
      nearnessOf(a, villageCode) - nearnessOf(b, villageCode) ||
      a.load - b.load ||
      (a.staffId < b.staffId ? -1 : 1),
  )
}

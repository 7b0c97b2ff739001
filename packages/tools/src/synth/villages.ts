/**
 * The 232 villages of the district with sizes made up but plausible: towns of the plain are crowded, the two mountain
 * towns small, and within a town the villages differ by a factor of ten. Sizes do not depend on the seed of the people.
 */
import divisions from '../../../../config/divisions/chaonan.json' with { type: 'json' }
import names from '../../../../config/names/synthetic.json' with { type: 'json' }
import { createRandom, normal } from './random.ts'

export type Village = {
  readonly code: string
  readonly name: string
  readonly street: string
  /** Villages here are clans: half of the people carry this surname. */
  readonly clan: string
  /** Share of the district's elders. */
  readonly share: number
}

const TOWN_FACTORS: Readonly<Record<string, number>> = {
  '440514001': 1.5,
  '440514101': 1.2,
  '440514103': 1.1,
  '440514104': 1.2,
  '440514105': 1.1,
  '440514106': 1.1,
  '440514107': 1.2,
  '440514108': 1.5,
  '440514109': 0.35,
  '440514110': 0.35,
  '440514112': 1,
}
const SPREAD = 0.6

export function synthVillages(): Village[] {
  const random = createRandom(440514, 'villages')
  const sized = divisions.streets.flatMap((street) =>
    street.villages.map((village) => ({
      code: village.code12,
      name: village.name,
      street: street.name,
      clan: names.surnames_chaoshan_common[random.below(names.surnames_chaoshan_common.length)] ?? '陈',
      size: (TOWN_FACTORS[street.code9] ?? 1) * Math.exp(SPREAD * normal(random)),
    })),
  )
  const total = sized.reduce((sum, village) => sum + village.size, 0)
  return sized.map(({ size, ...village }) => ({ ...village, share: size / total }))
}

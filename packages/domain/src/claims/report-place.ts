/**
 * CLK-04: whose a report is from the moment it is received. The town named in the place of the accident decides, then
 * the town of the insured person's village; a place named without a town that anybody serves is still a known place.
 */
export type TownNamed = { readonly code: string; readonly name: string }

export type PlaceFacts = {
  readonly placeText: string
  readonly villageCode: string | null
  readonly towns: readonly TownNamed[]
  /** Town → institution that serves it. */
  readonly areas: ReadonlyMap<string, string>
}

const TOWN_DIGITS = 9

export function placeServed(facts: PlaceFacts): { readonly known: boolean; readonly institutionId: string | null } {
  const accident = townNamed(facts.placeText, facts.towns)
  const home = facts.villageCode?.slice(0, TOWN_DIGITS)
  for (const town of [accident, home]) {
    const institutionId = town === undefined ? undefined : facts.areas.get(town)
    if (institutionId !== undefined) return { known: true, institutionId }
  }
  return { known: accident !== undefined || home !== undefined, institutionId: null }
}

/** The one town the text names, with or without 镇 or 街道; two towns named = none is sure. */
function townNamed(text: string, towns: readonly TownNamed[]): string | undefined {
  const named = towns.filter((town) => text.includes(town.name.replace(/(街道|镇|乡)$/, '')))
  return named.length === 1 ? named[0]?.code : undefined
}

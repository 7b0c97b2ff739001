/** CLM-02, ORG-05: the areas of villages as a change that a second person, the sponsor, confirms. */
import { ok, type Decision } from '@anpei/domain/kernel'
import { AREAS, type Area } from '@anpei/domain/visits'
import { z } from 'zod'
import type { Tx } from '../http/index.ts'
import type { ChangeKind, ChangeKinds, ConfirmedChange } from '../identity/index.ts'
import { saveAreas } from './store-areas.ts'

export const AREA_CHANGE = 'visit.village_areas'

type Proposed = {
  readonly fromOn: string
  readonly source: string
  readonly villages: readonly { readonly villageCode: string; readonly area: Area }[]
}
const Values = z.object({
  fromOn: z.string(),
  source: z.string(),
  urban: z.array(z.string()),
  suburban: z.array(z.string()),
})

export function areaValues({ fromOn, source, villages }: Proposed): z.output<typeof Values> {
  const of = (area: Area) => villages.flatMap((one) => (one.area === area ? one.villageCode : []))
  return { fromOn, source, urban: of('urban'), suburban: of('suburban') }
}

export const visitChangeKinds: ChangeKinds = new Map<string, ChangeKind>([
  [
    AREA_CHANGE,
    {
      zh: '村居市区、郊区',
      check: 'visit.area_check',
      labels: { fromOn: '从哪天起', source: '依据', urban: AREAS.urban, suburban: AREAS.suburban },
      apply: applyAreas,
    },
  ],
])

async function applyAreas(tx: Tx, change: ConfirmedChange): Promise<Decision<null>> {
  const { fromOn, source, urban, suburban } = Values.parse(change.after)
  const villages = [
    ...urban.map((villageCode) => ({ villageCode, area: 'urban' as const })),
    ...suburban.map((villageCode) => ({ villageCode, area: 'suburban' as const })),
  ]
  await saveAreas(tx, { fromOn, source, madeBy: change.madeBy, villages })
  tx.record({
    name: 'village_area.confirmed',
    subject: { kind: 'change_request', id: change.id },
    facts: { fromOn, urban: urban.length, suburban: suburban.length },
  })
  return ok(null)
}

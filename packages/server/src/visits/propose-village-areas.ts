/** CLM-02: which villages are urban and which suburban, from a day on; in force when the sponsor has confirmed it. */
import type { proposeVillageAreas as route } from '@anpei/contract/visits'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { AREAS } from '@anpei/domain/visits'
import type { Tx } from '../http/index.ts'
import { proposeChange } from '../identity/index.ts'
import { newId } from '../kernel/index.ts'
import { AREA_CHANGE, areaValues } from './area-change.ts'
import { unknownVillages } from './store-areas.ts'

export async function proposeVillageAreas(
  tx: Tx,
  { body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const codes = body.villages.map((one) => one.villageCode)
  if (new Set(codes).size !== codes.length) return refuse('visit.village_twice')
  const unknown = await unknownVillages(tx, codes)
  if (unknown.length > 0) return refuse('visit.village_unknown', { codes: unknown.slice(0, 5).join('、') })
  const counts = (['urban', 'suburban'] as const).map(
    (area) => `${AREAS[area]} ${body.villages.filter((one) => one.area === area).length}`,
  )
  const proposed = await proposeChange(tx, {
    kind: AREA_CHANGE,
    subject: { kind: 'village_area', id: newId() },
    title: `${body.fromOn} 起：${counts.join('，')} 个村居`,
    before: {},
    after: areaValues(body),
  })
  return proposed.ok ? ok({ changeId: proposed.value.changeId, villages: codes.length }) : proposed
}

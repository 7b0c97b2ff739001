/**
 * Which villages are urban and which suburban in the demo (CLM-02): proposed by the project manager, confirmed by the
 * sponsor, as on the screen. One town has not been answered for yet, so that its warning is seen.
 */
import { confirmChange } from '@anpei/contract/identity'
import { listVillageAreas, proposeVillageAreas } from '@anpei/contract/visits'
import { addDays, dayOfInstant } from '@anpei/domain/kernel'
import { allRoutes } from '@anpei/server/app'
import { actInProcess, type App } from '@anpei/server/http'
import { member, type gatherCast } from '../life/index.ts'

type Cast = Awaited<ReturnType<typeof gatherCast>>
const UNANSWERED = '雷岭镇'

export async function confirmAreas(app: App, cast: Cast): Promise<void> {
  const act = actInProcess(app, allRoutes)
  const [pm, sponsor] = [member(cast, 'pm'), member(cast, 'sponsor')]
  const { items } = await act(pm, listVillageAreas, { query: {} })
  const villages = items
    .filter((one) => one.townName !== UNANSWERED)
    .map(({ villageCode, townName }) => ({
      villageCode,
      area: townName.endsWith('街道') ? ('urban' as const) : ('suburban' as const),
    }))
  const fromOn = addDays(dayOfInstant(app.clock.now()), -300)
  const body = { fromOn, source: '区民政局函（演示）：街道为市区，各镇为郊区', villages }
  const { changeId } = await act(pm, proposeVillageAreas, { body })
  await act(sponsor, confirmChange, { params: { id: changeId } })
}

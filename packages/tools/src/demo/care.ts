/** The care group keeps its plan in the demo: most contacts that were due have been made, some still wait (CUS-04). */
import { listCareCharges, recordCareContact } from '@anpei/contract/customers'
import { dayOfInstant } from '@anpei/domain/kernel'
import { allRoutes } from '@anpei/server/app'
import { actInProcess, type App } from '@anpei/server/http'
import { gatherCast, member } from '../life/index.ts'

const TENANT_ID = 1
const TOLD = [
  { way: 'phone', reached: true, note: '人好多了，问什么时候能拿到钱；讲了还差出院小结' },
  { way: 'family', reached: true, note: '女儿接的电话，资料周末拿来网点' },
  { way: 'phone', reached: false, note: '响了没有人接' },
  { way: 'visit', reached: true, note: '上门看过，能下地走，没有别的要求' },
] as const
/** Every so many is left waiting. */
const LEFT = 4

export async function liveCare(app: App, url: string): Promise<void> {
  const cast = await gatherCast(app, url, TENANT_ID)
  const act = actInProcess(app, allRoutes)
  const lead = member(cast, 'head')
  const { items } = await act(lead, listCareCharges, { query: { limit: 100 } })
  const today = dayOfInstant(app.clock.now())
  const due = items.filter((one) => one.nextContactOn <= today)
  for (const [place, { id, adviser }] of due.entries()) {
    const actor = [...cast.values()].find((one) => one.id === adviser?.id)
    const told = TOLD[place % TOLD.length]
    if (place % LEFT === LEFT - 1 || !actor || !told) continue
    await act(actor, recordCareContact, { params: { chargeId: id }, body: told })
  }
}

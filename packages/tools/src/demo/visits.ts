/** Who goes out in the demo, each from a village of her own, and some visits and surveys that wait (SRV-09, CLM-02). */
import { confirmSafetyRead, requestVisit, saveVisitor } from '@anpei/contract/visits'
import { addDays, dayOfInstant } from '@anpei/domain/kernel'
import { allRoutes } from '@anpei/server/app'
import { actInProcess, type App } from '@anpei/server/http'
import { gatherCast } from '../life/index.ts'
import { confirmAreas } from './areas.ts'

const TENANT_ID = 1
/** Login → base village; the assessor's cover has lapsed, so that the warning is seen. */
const VISITORS = [
  { login: 'liaison1', baseVillage: '440514001001', capacity: 3, covered: true },
  { login: 'outlet1', baseVillage: '440514001005', capacity: 2, covered: true },
  { login: 'service1', baseVillage: '440514001009', capacity: 4, covered: true },
  { login: 'assessor1', baseVillage: '440514105001', capacity: 3, covered: false },
] as const
const NEEDS = [
  { name: '陈玉兰', phone: '13800000101', why: '腿脚不便，想请人上门讲讲怎么领住院津贴', told: ['age', 'mobility'] },
  { name: '林锡光', phone: '13800000102', why: '独居，不会用手机，资料请上门来收', told: ['age', 'lives_alone'] },
] as const

/** At an urban scene, a suburban one, and one nobody has answered for yet: the clocks differ. */
const SCENES = [
  { name: '黄文光', phone: '13800000103', villageCode: '440514001002', why: '在市场门口被电动车撞倒，人还在现场' },
  { name: '吴秀珠', phone: '13800000104', villageCode: '440514108001', why: '在自家楼梯滑倒，腿动不了，家属等人来看' },
  { name: '郑木兰', phone: '13800000105', villageCode: '440514110001', why: '山路上摔下水沟，村干部报的案' },
] as const

export async function liveVisits(app: App, url: string): Promise<void> {
  const cast = await gatherCast(app, url, TENANT_ID)
  const act = actInProcess(app, allRoutes)
  const [pm, desk] = ['pm', 'service1'].map((login) => cast.get(login))
  if (!pm || !desk) throw new Error('the demo has nobody who arranges visits')
  const today = dayOfInstant(app.clock.now())
  const cover = { insurer: '示范人寿', policyNo: 'YW-2026-08', from: addDays(today, -200), to: addDays(today, 165) }
  for (const { login, baseVillage, capacity, covered } of VISITORS) {
    const actor = cast.get(login)
    if (!actor) continue
    const to = covered ? cover.to : addDays(today, -1)
    const body = { baseVillage, calendarId: 'outlet', halfDayCapacity: capacity, cover: { ...cover, to } }
    await act(pm, saveVisitor, { params: { staffId: actor.id }, body })
    await act(actor, confirmSafetyRead, { body: { version: 1 } })
  }
  await confirmAreas(app, cast)
  for (const scene of SCENES) {
    const body = { ...scene, kind: 'on_site', purpose: 'verify', channel: 'report', address: '村口' } as const
    await act(desk, requestVisit, { body })
  }
  for (const need of NEEDS) {
    const body = { ...need, told: [...need.told], villageCode: '440514001002', address: '祠堂前巷3号' }
    await act(desk, requestVisit, { body: { kind: 'home', purpose: 'explain', channel: 'hotline', ...body } })
  }
}

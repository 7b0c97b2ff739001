import { getReport } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import {
  arrange,
  type Caller,
  expectRefusal,
  opened,
  openWorld,
  report,
  testPeople,
  type World,
} from '../../testing/index.ts'

describe('CLM-01 the page of a report', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('shows everything masked and leaves a look in the log', async () => {
    const { id } = await report(service, testPeople.chen, { narrative: '浴室滑倒' })
    const view = await service(getReport, { params: { reportId: id } })
    expect(view).toMatchObject({
      channel: 'hotline',
      person: { name: '陈秀英', age: 86, idNumberMasked: '440524********0018' },
      reporter: { name: '陈小明', phoneMasked: '139****5678' },
      accident: { narrative: '浴室滑倒' },
      lookAlikes: [],
    })
    const whole = JSON.stringify(view)
    for (const secret of [testPeople.chen.idNumber, testPeople.chen.phone, '13912345678'])
      expect(whole).not.toContain(secret)
    const looks = await arrange(world, `select facts from event where look and subject_id = $1`, [id])
    expect(looks).toEqual([{ facts: { route: 'getReport' } }])
  })

  it('offers to each what the post may do', async () => {
    const { id } = await report(service, testPeople.lin)
    expect((await service(getReport, { params: { reportId: id } })).can.sort()).toEqual([
      'amend',
      'cancel',
      'decline',
      'verify',
    ])
    const compliance = await world.as('compliance')
    expect((await compliance(getReport, { params: { reportId: id } })).can).toEqual([])
  })

  it('ORG-05 is not found outside one’s villages and outlets; who wrote it down still sees it', async () => {
    const [far] = await arrange(
      world,
      `select code from division where kind = 'village' and parent_code <> '440514001' limit 1`,
    )
    await arrange(world, `update person set village_code = $1 where name = '吴惠珠'`, [far?.code])
    const { id } = await report(service, testPeople.wu)
    const [liaison, outlet] = await Promise.all([world.as('liaison1'), world.as('outlet1')])
    await expectRefusal(liaison(getReport, { params: { reportId: id } }), 'request.not_found')
    await expectRefusal(outlet(getReport, { params: { reportId: id } }), 'request.not_found')
    const own = await report(outlet, testPeople.wu, { accidentOn: '2026-10-01' })
    expect((await outlet(getReport, { params: { reportId: own.id } })).reportNo).toBe(own.reportNo)
    await expectRefusal(service(getReport, { params: { reportId: newId() } }), 'request.not_found')
    await expectRefusal((await world.as('sponsor'))(getReport, { params: { reportId: id } }), 'request.not_permitted')
  })

  it('names claims that look like the same event, but not those of other days', async () => {
    await opened(service, testPeople.zheng, { accidentOn: '2026-11-10' })
    const near = await report(service, testPeople.zheng, { accidentOn: '2026-11-11' })
    const far = await report(service, testPeople.zheng, { accidentOn: '2026-11-13' })
    const seen = async (reportId: string) =>
      (await service(getReport, { params: { reportId } })).lookAlikes.map((one) => one.stateWord)
    expect(await seen(near.id)).toEqual(['资料收集'])
    expect(await seen(far.id)).toEqual([])
  })
})

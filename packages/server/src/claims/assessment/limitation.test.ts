import { createReport, getClaim, getReport } from '@anpei/contract/claims'
import { listAlarms } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announceDue } from '../../sla/index.ts'
import {
  arrange,
  expectRefusal,
  handedIn,
  openWorld,
  report,
  testPeople,
  told,
  type World,
} from '../../testing/index.ts'
import { claimDirectory } from '../clock-directory.ts'

describe('L05 the limitation of the claim to money (保险法 26)', () => {
  let world: World
  let service: Awaited<ReturnType<World['as']>>
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())
  const clock = async (claimId: string) => {
    const rows = await arrange(world, `select * from clock where subject_id = $1 and clock_id = 'L05'`, [claimId])
    return rows[0]
  }
  const openedFor = async (person: { name: string; idNumber: string }, accident: object) => {
    const { claims } = await report(service, person, accident, { register: true })
    return claims[0]?.id ?? ''
  }

  it('runs two years from the accident day unless a later day of knowing is told', async () => {
    const plain = await openedFor(testPeople.chen, { accidentOn: '2026-11-20' })
    expect((await clock(plain))?.['due_at']).toEqual(new Date('2028-11-20T16:00:00.000Z'))
    const known = await openedFor(testPeople.lin, { accidentOn: '2026-10-20', knownOn: '2026-11-02' })
    expect((await clock(known))?.['due_at']).toEqual(new Date('2028-11-02T16:00:00.000Z'))
  })

  it('is not what the case is due for: nobody waits two years', async () => {
    const claimId = await openedFor(testPeople.zhang, {})
    const page = await service(getClaim, { params: { claimId } })
    expect(page.clocks.map((one) => one.clockId)).toContain('L05')
    const [row] = await arrange(world, 'select due_clock from claim where id = $1', [claimId])
    expect(row?.['due_clock']).not.toBe('L05')
  })

  it('keeps the day on the report, and refuses a day before the accident or after today', async () => {
    const { id } = await report(service, testPeople.wu, { accidentOn: '2026-11-10', knownOn: '2026-11-12' })
    expect((await service(getReport, { params: { reportId: id } })).accident.knownOn).toBe('2026-11-12')
    for (const knownOn of ['2026-11-09', '2026-11-24']) {
      const body = told(testPeople.wu, { accidentOn: '2026-11-10', knownOn })
      await expectRefusal(service(createReport, { body }), 'report.known_on_impossible')
    }
  })

  it('warns people when it nears its end; a machine refuses nothing when it has passed', async () => {
    const claimId = await openedFor(testPeople.zheng, { accidentOn: '2026-11-01' })
    world.clock.set('2028-11-10T02:00:00.000Z')
    await announceDue(world.app, 1, claimDirectory)
    const { items } = await (await world.as('pm'))(listAlarms, { query: { unseen: 'true' } })
    expect(items.some((one) => one.clockId === 'L05' && one.subjectId === claimId)).toBe(true)
    const late = await world.as('service1')
    await handedIn(late, claimId, ['application'])
    expect(await clock(claimId)).toMatchObject({ state: 'broken' })
    expect((await late(getClaim, { params: { claimId } })).state).toBe('collecting')
  })
})

import { registerReport, verifyReport } from '@anpei/contract/claims'
import { listAlarms } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announceDue } from '../sla/index.ts'
import { arrange, openWorld, report, testPeople, type Caller, type World } from '../testing/index.ts'
import { claimDirectory } from './clock-directory.ts'

describe('CLM-01 T11 an online report is looked at within five minutes', () => {
  let world: World
  let service: Caller
  let reportId = ''
  const clocks = () =>
    arrange(world, 'select clock_id, state, due_at, stopped_at from clock where subject_id = $1', [reportId])

  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('runs from the second it was received', async () => {
    const stand = await report(service, testPeople.wu, {}, { channel: 'portal', register: false })
    reportId = stand.id
    expect(await clocks()).toMatchObject([{ clock_id: 'T11', state: 'running' }])
  })

  it('wakes people at once when nobody looks, night or day', async () => {
    world.clock.forward(5 * 60_000 + 1000)
    await announceDue(world.app, 1, claimDirectory)
    const { items } = await (await world.as('pm'))(listAlarms, { query: { unseen: 'true' } })
    expect(items.find((one) => one.subjectId === reportId)).toMatchObject({
      clockId: 'T11',
      percent: 100,
      subjectKind: 'report',
    })
  })

  it('stops when a person has dealt with it: broken by the timestamps, not by the sweep', async () => {
    const [person] = await arrange(world, 'select person_id from report where id = $1', [reportId])
    const personId = String(person?.['person_id'] ?? '')
    await service(verifyReport, { params: { reportId }, body: { personId } })
    await service(registerReport, { params: { reportId } })
    expect(await clocks()).toMatchObject([{ clock_id: 'T11', state: 'broken' }])
  })

  it('does not run for a report taken by a person on the telephone', async () => {
    const stand = await report(service, testPeople.zheng, {}, { channel: 'hotline', register: false })
    reportId = stand.id
    expect(await clocks()).toEqual([])
  })
})

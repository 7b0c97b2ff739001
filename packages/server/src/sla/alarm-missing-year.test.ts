import { listAlarms } from '@anpei/contract/sla'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { openWorld, type World } from '../testing/index.ts'
import { alarmMissingYear } from './alarm-missing-year.ts'

describe('CLK-02 SLA §2 rule 14: the year without a notice is alarming from 1 November', () => {
  let world: World
  const night = () => systemWrite(world.app, systemActor(1, 'nightly'), alarmMissingYear)
  const told = async (login: string) =>
    (await (await world.as(login))(listAlarms, { query: { unseen: 'true' } })).items.filter(
      (one) => one.subjectKind === 'calendar',
    )
  beforeAll(async () => {
    world = await openWorld('2026-10-31T02:00:00.000Z')
  })
  afterAll(() => world.close())

  it('is quiet in October', async () => {
    expect(await night()).toBeNull()
  })

  it('tells who keeps the calendar, once, and nobody else', async () => {
    world.clock.set('2026-11-01T02:00:00.000Z')
    expect(await night()).toBe(2027)
    await night()
    expect(await told('head')).toMatchObject([{ subjectNo: '2027 年', cause: 'calendar' }])
    expect(await told('service1')).toEqual([])
  })
})

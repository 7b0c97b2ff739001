import { listAlarms, markAlarmsSeen } from '@anpei/contract/sla'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { openWorld, type World } from '../testing/index.ts'
import { alarmMissingYear } from './alarm-missing-year.ts'

describe('CLK-04 warnings are marked as seen', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    await systemWrite(world.app, systemActor(1, 'nightly'), alarmMissingYear)
  })
  afterAll(() => world.close())
  const unseen = async (login: string) =>
    (await (await world.as(login))(listAlarms, { query: { unseen: 'true' } })).unseen

  it('only the reader’s own, and those named', async () => {
    const head = await world.as('head')
    const { items } = await head(listAlarms, { query: { unseen: 'true' } })
    expect(items).toHaveLength(1)
    const pm = await world.as('pm')
    expect(await pm(markAlarmsSeen, { body: { ids: items.map((one) => one.id) } })).toEqual({ unseen: 1 })
    expect(await unseen('head')).toBe(1)
    expect(await head(markAlarmsSeen, { body: { ids: [] } })).toEqual({ unseen: 0 })
    expect(await unseen('pm')).toBe(1)
  })
})

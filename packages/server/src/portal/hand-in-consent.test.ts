import { portalMyCases } from '@anpei/contract/portal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { familyOf, handIn } from './families.fixture.ts'

describe('CUS-05 a consent is handed in', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('needs the photo, a valid number and a last day that has not passed', async () => {
    const child = await familyOf(world, '13733330002')
    await expectRefusal(handIn(child, {}, false), 'portal.consent_missing')
    await expectRefusal(handIn(child, { idNumber: '440524195001011111' }), 'customers.id_check_digit')
    await expectRefusal(handIn(child, { untilOn: '2026-11-01' }), 'portal.until_past')
    await expectRefusal(handIn(child, { untilOn: '2036-11-01' }), 'customers.proxy_too_long')
  })

  it('waits and says nothing about the person, known or not', async () => {
    const child = await familyOf(world, '13733330003')
    const known = await handIn(child)
    const unknown = await handIn(child, { name: '无此人', idNumber: '440524195001011231' })
    expect(known).toMatchObject({ state: 'waiting', basis: 'consent' })
    expect(Object.keys(unknown)).toEqual(Object.keys(known))
    expect(unknown.state).toBe('waiting')
    expect(await child(portalMyCases, {})).toEqual({ cases: [] })
  })
})

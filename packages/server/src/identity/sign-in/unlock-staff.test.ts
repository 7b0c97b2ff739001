import { listStaff, signIn, unlockStaff } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openOffice, type Office } from '../staff-world.fixture.ts'

describe('ORG-04 the list of locked accounts', () => {
  let world: World
  let office: Office
  beforeAll(async () => {
    world = await openWorld()
    office = await openOffice(world)
  })
  afterAll(() => world.close())

  it('shows who is locked, and opens the account again before the time', async () => {
    for (let n = 0; n < 5; n++) {
      await expectRefusal(
        world.anyone(signIn, { body: { login: 'service1', password: 'no', code: '000000' } }),
        'identity.sign_in_failed',
      )
    }
    const locked = await office.admin(listStaff, { query: { which: 'locked' } })
    expect(locked.items).toMatchObject([{ login: 'service1', lockedUntil: '2026-11-23T01:15:00.000Z' }])
    await expect(world.signIn('service1')).rejects.toThrow('locked')
    await office.admin(unlockStaff, { params: { id: locked.items[0]?.id ?? '' } })
    await expect(world.signIn('service1')).resolves.toBeTypeOf('function')
    await expectRefusal(office.admin(unlockStaff, { params: { id: newId() } }), 'request.not_found')
  })
})

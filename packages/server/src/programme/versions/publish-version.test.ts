import { askCover, listProgrammes, publishVersion, submitVersion } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, programmeOf, testPeople } from '../programme.fixture.ts'
import { findPersons } from '@anpei/contract/customers'
import { agreed, newDraft, openedChange } from '../../testing/versions.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('PRG-01, PRG-08 publishing', () => {
  it('takes a second person; the version before ends where it begins, and each day has its own version', async () => {
    const [manager, head] = [await world.as('pm'), await world.as('head')]
    const draft = await openedChange(world, '2027-10-01', null)
    const params = { versionId: draft.versionId }
    await expectRefusal(manager(publishVersion, { params }), 'request.not_permitted')
    await expectRefusal(head(publishVersion, { params }), 'programme.change_steps_missing')
    await agreed(world, draft)
    // In two windows at the same moment: it is published once, with one policy.
    const pressed = [1, 2].map(() => head(publishVersion, { params }))
    const published = await Promise.any(pressed)
    expect((await Promise.allSettled(pressed)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(published).toMatchObject({ state: 'published', publishedBy: '郑国华', can: [] })
    const { versions } = await programmeOf(world)
    expect(versions.map((version) => [version.versionNo, version.effectiveFrom, version.effectiveBefore])).toEqual([
      [3, '2027-10-01', null],
      [2, '2026-10-01', '2027-10-01'],
      [1, '2025-10-01', '2026-10-01'],
    ])
    const { programmes } = await head(listProgrammes, {})
    expect(programmes[0]?.policies.at(-1)).toMatchObject({
      policyNo: 'CHAONAN-2027',
      fromOn: '2027-10-01',
      toOn: '2028-09-30',
      plannedFen: 215_864_000,
      versionNo: 3,
    })
    const personId = (await head(findPersons, { body: { q: testPeople.chen.idNumber } })).items[0]?.id ?? ''
    const versionOn = async (day: string) =>
      (await head(askCover, { params: { personId }, query: { day } })).answers[0]?.version?.versionNo
    expect([await versionOn('2026-09-30'), await versionOn('2027-09-30'), await versionOn('2027-10-01')]).toEqual([
      1, 2, 3,
    ])
  })

  it('is refused without a recorded change', async () => {
    const [manager, head] = [await world.as('pm'), await world.as('head')]
    const params = { versionId: (await newDraft(world, '2028-10-01')).id }
    await manager(submitVersion, { params })
    await expectRefusal(head(publishVersion, { params }), 'programme.change_missing')
  })

  it('never starts before the present one', async () => {
    const [manager, head] = [await world.as('pm'), await world.as('head')]
    const params = { versionId: (await newDraft(world, '2026-11-01')).id }
    await manager(submitVersion, { params })
    await expectRefusal(head(publishVersion, { params }), 'programme.starts_too_early')
  })

  it('the database refuses a publisher who made it', async () => {
    const { id } = await newDraft(world, '2028-10-01')
    await expect(
      world.app.pool.withTenant(1, ({ client }) =>
        client.query(
          `update programme_version set published_by = made_by, published_at = now(), state = 'published'
            where id = $1`,
          [id],
        ),
      ),
    ).rejects.toThrow(/programme_version/)
  })
})

import { editVersion, submitVersion } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../programme.fixture.ts'
import { definitionOf, newDraft } from '../../testing/versions.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('PRG-09 handing a version over', () => {
  it('is refused while the linter finds an error', async () => {
    const manager = await world.as('pm')
    const draft = await newDraft(world, '2027-10-01')
    const params = { versionId: draft.id }
    const definition = definitionOf(draft, (copy) => {
      copy['notes'] = ['本方案最终解释权归保险公司所有']
    })
    await manager(editVersion, { params, body: { definition, reason: '加注' } })
    await expectRefusal(manager(submitVersion, { params }), 'programme.version_has_errors')
    await manager(editVersion, { params, body: { definition: draft.definition, reason: '去掉' } })
    expect(await manager(submitVersion, { params })).toMatchObject({ state: 'submitted', stateWord: '待发布' })
    await expectRefusal(manager(submitVersion, { params }), 'lifecycle.not_possible')
  })
})

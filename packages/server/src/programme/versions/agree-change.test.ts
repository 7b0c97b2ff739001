import { agreeChange } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../programme.fixture.ts'
import { changeOf, openedChange, stepOf } from '../../testing/versions.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('PRG-08 the internal approval of a change', () => {
  it('comes after the study, from a second person', async () => {
    const view = await openedChange(world, '2027-10-01', null)
    const params = { changeId: view.change?.id ?? '' }
    const body = { comment: '同意' }
    const head = await world.as('head')
    await expectRefusal(head(agreeChange, { params, body }), 'lifecycle.not_possible')
    await stepOf(world, view, { kind: 'study', happenedOn: '2026-11-21', findings: '可行' })
    await expectRefusal((await world.as('pm'))(agreeChange, { params, body }), 'request.not_permitted')
    expect((await changeOf(world, view.versionId)).can).not.toContain('agreement')
    const agreed = await head(agreeChange, { params, body })
    expect(agreed.change).toMatchObject({ state: 'agreed', stateWord: '内部已批' })
    await expectRefusal(head(agreeChange, { params, body }), 'lifecycle.not_possible')
    await expectRefusal(head(agreeChange, { params: { changeId: view.versionId }, body }), 'request.not_found')
  })
})

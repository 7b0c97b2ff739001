import { draftVersion, getVersion, listProgrammes } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, programmeOf } from '../programme.fixture.ts'
import { newDraft } from '../../testing/versions.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('PRG-01 drafting a version', () => {
  it('is a copy in force from its own day, linted, with its examples run', async () => {
    const draft = await newDraft(world, '2027-10-01')
    expect(draft).toMatchObject({
      versionNo: 3,
      state: 'draft',
      effectiveFrom: '2027-10-01',
      effectiveBefore: null,
      madeBy: '林志明',
      rehearsal: null,
    })
    expect(draft.can).toEqual(expect.arrayContaining(['submit', 'edit', 'rehearse']))
    expect(draft.examples.length).toBeGreaterThan(0)
    expect(draft.examples.every((example) => example.agrees)).toBe(true)
    const said = draft.examples.flatMap((one) => [...one.expected.reasonTexts, ...one.answered.reasonTexts])
    expect(said.length).toBeGreaterThan(0)
    for (const text of said) expect(text).not.toMatch(/[{}…]/)
    const manager = await world.as('pm')
    expect((await manager(getVersion, { params: { versionId: draft.id } })).id).toBe(draft.id)
    expect(
      (await manager(listProgrammes, {})).programmes[0]?.policies.map((policy) => [policy.fromOn, policy.toOn]),
    ).toEqual([
      ['2025-10-01', '2026-09-30'],
      ['2026-10-01', '2027-09-30'],
    ])
  })

  it('only by those who may edit', async () => {
    const head = await world.as('head')
    const programme = await programmeOf(world)
    await expectRefusal(
      head(draftVersion, {
        params: { programmeId: programme.id },
        body: { copyOf: programme.versions[0]?.id ?? '', effectiveFrom: '2028-10-01', reason: '试' },
      }),
      'request.not_permitted',
    )
  })
})

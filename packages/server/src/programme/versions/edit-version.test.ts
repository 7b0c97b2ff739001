import { editVersion, lintDefinition } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, programmeOf } from '../programme.fixture.ts'
import { definitionOf, newDraft } from '../../testing/versions.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('PRG-09 editing a draft', () => {
  it('shows a promise longer than the law, and an example that comes out differently', async () => {
    const manager = await world.as('pm')
    const draft = await newDraft(world, '2027-10-01')
    const definition = definitionOf(draft, (copy) => {
      copy['benefits'] = (Array.isArray(copy['benefits']) ? copy['benefits'] : []).map(
        (one: Record<string, unknown>) => (one['code'] === 'death' ? { ...one, sumFen: 400_000 } : one),
      )
    })
    const edited = await manager(editVersion, {
      params: { versionId: draft.id },
      body: { definition, reason: '提高身故金' },
    })
    expect(edited.findings.map((finding) => finding.code)).toContain('lint.example_fails')
    expect(edited.examples.some((example) => !example.agrees)).toBe(true)
    const linted = await manager(lintDefinition, { body: { definition } })
    expect(linted.findings).toEqual(edited.findings)
  })

  it('refuses what cannot be read, field by field, and what is published', async () => {
    const manager = await world.as('pm')
    const draft = await newDraft(world, '2027-10-01')
    const broken = definitionOf(draft, (copy) => {
      delete copy['premium']
    })
    await expectRefusal(
      manager(editVersion, { params: { versionId: draft.id }, body: { definition: broken, reason: '试' } }),
      'programme.version_unreadable',
    )
    const published = (await programmeOf(world)).versions.find((version) => version.state === 'published')?.id ?? ''
    await expectRefusal(
      manager(editVersion, { params: { versionId: published }, body: { definition: draft.definition, reason: '试' } }),
      'programme.published_never_changes',
    )
    expect((await manager(lintDefinition, { body: { definition: {} } })).findings[0]?.severity).toBe('error')
  })
})

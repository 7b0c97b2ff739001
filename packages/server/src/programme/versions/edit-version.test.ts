import { editVersion, getVersion, lintDefinition, openProgramme } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, programmeOf } from '../programme.fixture.ts'
import { definitionOf, newDraft } from '../../testing/versions.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value : []
}

describe('PRG-09 editing a draft', () => {
  it('shows a promise longer than the law, and an example that comes out differently', async () => {
    const manager = await world.as('pm')
    const draft = await newDraft(world, '2027-10-01')
    const definition = definitionOf(draft, (copy) => {
      copy['benefits'] = listOf(copy['benefits']).map((one) =>
        one['code'] === 'death' ? { ...one, sumFen: 400_000 } : one,
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

  it('keeps what a struck benefit is given back from: the version before, else blank', async () => {
    const manager = await world.as('pm')
    const draft = await newDraft(world, '2027-10-01')
    const definition = definitionOf(draft, (copy) => {
      copy['benefits'] = listOf(copy['benefits']).filter((one) => one['code'] !== 'hospital_allowance')
    })
    const body = { definition, reason: '不保住院津贴' }
    const edited = await manager(editVersion, { params: { versionId: draft.id }, body })
    const allowance = edited.benefitsToGive.find((one) => one['code'] === 'hospital_allowance')
    expect(allowance).toMatchObject({ title: '意外住院津贴', perDayFen: 3000 })
    expect(edited.exclusionsBefore.length).toBeGreaterThan(0)
    const startsOn = '2026-11-01'
    const terms = { district: '濠江区户籍', minAge: 60, perHeadFen: 1000, plannedHeads: 1, source: '合同' }
    const fresh = { code: 'haojiang', name: '濠江', rosterMode: 'listed', copyOf: null, startsOn, ...terms } as const
    const opened = await manager(openProgramme, { body: fresh })
    expect(opened.benefitsToGive.find((one) => one['code'] === 'hospital_allowance')).toMatchObject({ perDayFen: 0 })
    const published = (await programmeOf(world)).versions.find((version) => version.state === 'published')?.id ?? ''
    expect(await manager(getVersion, { params: { versionId: published } })).toMatchObject({ benefitsToGive: [] })
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

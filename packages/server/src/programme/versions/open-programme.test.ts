import { portalGuide } from '@anpei/contract/portal'
import {
  askCover,
  editVersion,
  getImport,
  listProgrammes,
  openProgramme,
  publishVersion,
  renewPolicy,
  startImport,
  submitVersion,
} from '@anpei/contract/programme'
import { findPersons } from '@anpei/contract/customers'
import type { Sent } from '@anpei/contract/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { definitionOf } from '../../testing/versions.ts'
import { fileOf, idNumberOf, openWorld, programmeOf } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const asked: Sent<typeof openProgramme>['body'] = {
  code: 'haojiang',
  name: '濠江区长者意外险',
  rosterMode: 'listed',
  copyOf: null,
  startsOn: '2026-11-01',
  district: '汕头市濠江区户籍',
  minAge: 65,
  perHeadFen: 1250,
  plannedHeads: 5000,
  source: '濠江区民政局采购合同 2026-118',
}
const holder = { holderName: '汕头市濠江区民政局（演示）', holderPhone: '0754-80000200', plannedHeads: 5000 }

describe('PRG-01, PRG-06 a new programme', () => {
  it('begins blank as a draft that is not fit for publication; its code and name are its own', async () => {
    const [manager, head] = [await world.as('pm'), await world.as('head')]
    await expectRefusal(head(openProgramme, { body: asked }), 'request.not_permitted')
    await expectRefusal(manager(openProgramme, { body: { ...asked, startsOn: '2027-01-31' } }), 'request.malformed')
    const draft = await manager(openProgramme, { body: asked })
    expect(draft).toMatchObject({
      versionNo: 1,
      state: 'draft',
      effectiveFrom: '2026-11-01',
      title: '濠江区长者意外险',
    })
    expect(draft.findings.some(({ severity }) => severity === 'error')).toBe(true)
    await expectRefusal(manager(submitVersion, { params: { versionId: draft.id } }), 'programme.version_has_errors')
    await expectRefusal(manager(openProgramme, { body: { ...asked, name: '别的名称' } }), 'programme.taken')
    await expectRefusal(manager(openProgramme, { body: { ...asked, code: 'other' } }), 'programme.taken')
    const params = { programmeId: draft.programmeId }
    await expectRefusal(head(renewPolicy, { params, body: holder }), 'programme.nothing_published')
  })

  it('copied: edited, published by a second person, a first policy made, and its people covered', async () => {
    const [manager, head] = [await world.as('pm'), await world.as('head')]
    const chaonan = await programmeOf(world)
    const copyOf = chaonan.versions.find((one) => one.effectiveFrom === '2026-10-01')?.id ?? null
    const body = { ...asked, code: 'chaoyang', name: '潮阳区长者意外险', copyOf }
    const draft = await manager(openProgramme, { body })
    expect(draft.examples.map((one) => one.agrees)).not.toContain(false)
    const params = { versionId: draft.id }
    const definition = definitionOf(draft, (one) => {
      one['notes'] = ['驾驶人员由人工认定。']
    })
    await manager(editVersion, { params, body: { definition, reason: '按合同' } })
    await manager(submitVersion, { params })
    await expectRefusal(manager(publishVersion, { params }), 'request.not_permitted')
    await head(publishVersion, { params })
    const policy = await head(renewPolicy, { params: { programmeId: draft.programmeId }, body: holder })
    expect(policy).toMatchObject({
      policyNo: 'CHAOYANG-2026',
      holderName: holder.holderName,
      fromOn: '2026-11-01',
      toOn: '2027-10-31',
      premiumPerHeadFen: 1250,
      plannedFen: 6_250_000,
      versionNo: 1,
    })
    const elder = { name: '周阿婆', birthOn: '1944-04-04', order: 42 }
    const { id: importId } = await manager(
      startImport,
      { body: { programmeId: draft.programmeId, kind: 'initial', asOfOn: '2026-11-02' } },
      { files: [{ field: 'table', file: new Blob([fileOf([elder])]), name: '名册.csv' }] },
    )
    await world.runJobs()
    expect(await manager(getImport, { params: { importId } })).toMatchObject({ state: 'confirmed', badCount: 0 })
    const personId = (await head(findPersons, { body: { q: idNumberOf(elder) } })).items[0]?.id ?? ''
    const { answers } = await head(askCover, { params: { personId }, query: { day: '2026-11-15' } })
    expect(answers.filter((one) => one.covered).map((one) => one.programme)).toEqual(['潮阳区长者意外险'])
    const { programmes } = await head(listProgrammes, {})
    expect(programmes.find((one) => one.code === 'haojiang')?.can).not.toContain('renew')
    expect(programmes.find((one) => one.code === 'chaoyang')?.can).toContain('renew')
    // A new one takes nothing over: a stranger is told of the one offered longest.
    expect((await world.anyone(portalGuide, {})).programme).toContain('潮南')
  })
})

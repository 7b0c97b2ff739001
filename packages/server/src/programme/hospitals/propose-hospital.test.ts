import { confirmChange, viewChange } from '@anpei/contract/identity'
import { listHospitals, proposeHospital } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'

const level = (grade: 1 | 2 | 3, from: string, to: string | null = null) => ({ level: grade, from, to })
const body = { code: 'H1', name: '峡山示例医院', aliases: ['峡医'], levels: [level(2, '2020-01-01')] }

describe('CLM-08 ORG-05 a hospital in the register', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('counts when a second person has seen it, and is found by alias with its level of any day', async () => {
    const [manager, head] = await Promise.all([world.as('pm'), world.as('head')])
    const { changeId } = await manager(proposeHospital, { body })
    expect((await manager(listHospitals, { query: {} })).items).toEqual([])
    await expectRefusal(manager(confirmChange, { params: { id: changeId } }), 'request.not_found')
    const shown = await head(viewChange, { params: { id: changeId } })
    expect(shown.lines.find((one) => one.label === '等级')).toMatchObject({ before: '—', after: '二级 2020-01-01 起' })
    await head(confirmChange, { params: { id: changeId } })
    const assessor = await world.as('assessor1')
    const found = await assessor(listHospitals, { query: { q: '峡医', on: '2019-12-31' } })
    expect(found.items).toMatchObject([{ name: '峡山示例医院', onDay: { level: null } }])
    expect((await assessor(listHospitals, { query: { q: 'h1' } })).items).toMatchObject([{ onDay: { level: 2 } }])
    const hospitalId = found.items[0]?.id ?? null
    const risen = { ...body, hospitalId, levels: [level(2, '2020-01-01', '2026-06-30'), level(3, '2026-07-01')] }
    const two = await manager(proposeHospital, { body: risen })
    await expectRefusal(manager(proposeHospital, { body: risen }), 'identity.change_waiting')
    await head(confirmChange, { params: { id: two.changeId } })
    expect((await assessor(listHospitals, { query: {} })).items).toMatchObject([{ onDay: { level: 3 } }])
    await expectRefusal(
      manager(proposeHospital, { body: { ...body, name: '另一家' } }),
      'programme.hospital_code_taken',
    )
    await expectRefusal(assessor(proposeHospital, { body }), 'request.not_permitted')
  })

  it('refuses what contradicts itself', async () => {
    const manager = await world.as('pm')
    const refused: [object, string][] = [
      [{ levels: [level(2, '2020-01-01', '2019-01-01')] }, 'programme.hospital_days_contradict'],
      [{ levels: [level(2, '2020-01-01'), level(3, '2021-01-01')] }, 'programme.hospital_days_overlap'],
      [{ recognitions: [{ from: '2020-01-01', to: null, basis: '' }] }, 'programme.hospital_basis_missing'],
    ]
    for (const [change, code] of refused) {
      await expectRefusal(manager(proposeHospital, { body: { ...body, code: 'H2', ...change } }), code)
    }
  })
})

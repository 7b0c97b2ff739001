import { getImport, listImports, startDischargeImport, startImport } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, testPeople, type World } from '../../testing/index.ts'
import { listOf, stayLine } from './discharges.fixture.ts'
import { fileOf, openWorld, programmeOf } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('PRG-05, OPS-05 a discharge list is taken in', () => {
  it('in the background, one at a time, beside a roster that is being read', async () => {
    const manager = await world.as('pm')
    const { id: programmeId } = await programmeOf(world)
    const body = { programmeId, asOfOn: '2026-11-20' }
    const table = (text: string) => ({ files: [{ field: 'table', file: new Blob([text]), name: '名单.csv' }] })
    const roster = await manager(
      startImport,
      { body: { ...body, kind: 'initial' } },
      table(fileOf([{ name: '并行', birthOn: '1950-01-01', order: 611 }])),
    )
    const list = table(listOf([stayLine(testPeople.chen, '2026-11-02', '2026-11-12')]))
    const started = await manager(startDischargeImport, { body }, list)
    expect(started).toMatchObject({ state: 'reading', kind: 'discharge', task: { state: 'waiting' } })
    await expectRefusal(manager(startDischargeImport, { body }, list), 'programme.import_running')
    await world.runJobs()
    const stateOf = async (importId: string) => (await manager(getImport, { params: { importId } })).state
    expect([await stateOf(roster.id), await stateOf(started.id)]).toEqual(['read', 'confirmed'])
    const shown = async (feed: 'roster' | 'discharge') =>
      (await manager(listImports, { query: { feed } })).items.map((one) => one.id)
    expect(await shown('roster')).toEqual([roster.id])
    expect(await shown('discharge')).toEqual([started.id])
  })

  it('is refused without a file, without the right, for a programme nobody knows', async () => {
    const [manager, service] = [await world.as('pm'), await world.as('service1')]
    const { id: programmeId } = await programmeOf(world)
    const body = { programmeId, asOfOn: '2026-11-20' }
    await expectRefusal(manager(startDischargeImport, { body }), 'programme.file_missing')
    await expectRefusal(service(startDischargeImport, { body }), 'request.not_permitted')
    const files = [{ field: 'table', file: new Blob([listOf([])]), name: '名单.csv' }]
    const elsewhere = { ...body, programmeId: '01a2047c-e042-765b-9b8e-d01f239e2674' }
    await expectRefusal(manager(startDischargeImport, { body: elsewhere }, { files }), 'request.not_found')
  })
})

import { getIncident, listIncidents, recordIncident } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const told = { title: '名单误发', level: 'general', what: '误把名单发到外部邮箱', personsCount: 12 } as const
const knownAt = '2026-11-23T00:30:00.000Z'

describe('L12 CUS-11 a data security incident becomes known', () => {
  it('has two hours, and is not there for the persons it concerns', async () => {
    const [compliance, gm, service] = await Promise.all([world.as('compliance'), world.as('gm'), world.as('service1')])
    const sealFrom = ['service1']
    const incident = await compliance(recordIncident, { body: { ...told, knownAt, sealFrom } })
    expect(incident).toMatchObject({ state: 'known', sealed: true, can: ['report'], owner: '钟奕彬' })
    // Known half an hour before it was entered.
    expect(incident).toMatchObject({ dueAt: '2026-11-23T02:30:00.000Z', timeLeft: { unit: 'wall', late: false } })
    const params = { incidentId: incident.id }
    for (const other of [service, gm]) {
      await expectRefusal(other(getIncident, { params }), 'request.not_found')
      expect((await other(listIncidents, { query: {} })).items).toEqual([])
    }
    expect((await compliance(listIncidents, { query: {} })).items).toHaveLength(1)
  })

  it('is not recorded by whom it concerns, of nobody, or of tomorrow', async () => {
    const compliance = await world.as('compliance')
    const record = (more: { sealFrom?: string[]; knownAt?: string }) =>
      compliance(recordIncident, { body: { ...told, knownAt, ...more } })
    await expectRefusal(record({ sealFrom: ['compliance'] }), 'customers.incident_about_yourself')
    await expectRefusal(record({ sealFrom: ['nobody-here'] }), 'customers.incident_unknown_person')
    await expectRefusal(record({ knownAt: '2026-11-24T00:00:00.000Z' }), 'customers.incident_in_future')
  })
})

import { getAgreement, listSharing } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../customers.fixture.ts'
import { sharing } from './sharing.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-09 the sharing register', () => {
  it('takes an entry with its agreement; it waits for the second person', async () => {
    const compliance = await world.as('compliance')
    await expectRefusal(sharing(compliance, { toOn: '2026-01-01' }), 'customers.sharing_period')
    await expectRefusal(sharing(compliance, { purpose: 'fun' }), 'customers.purpose_unknown')
    await expectRefusal(sharing(compliance, {}, false), 'customers.sharing_agreement_missing')
    const entry = await sharing(compliance)
    expect(entry).toMatchObject({ state: 'waiting', inForce: false, madeBy: '钟奕彬', can: [] })
    const params = { entryId: entry.id, fileId: entry.files[0]?.id ?? '' }
    expect(await compliance(getAgreement, { params })).toBeInstanceOf(Blob)
    const { entries } = await compliance(listSharing, {})
    expect(entries.filter((one) => one.state === 'waiting').map((one) => one.id)).toEqual([entry.id])
  })
})

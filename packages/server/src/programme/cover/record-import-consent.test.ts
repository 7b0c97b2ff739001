import { listImportConsents, recordImportConsent } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { confirmAll, fileOf, openWorld, upload, type Elder } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const elder: Elder = { name: '同意人', birthOn: '1950-01-01', order: 601 }

describe('PRG-04 the consent of a whole import', () => {
  it('is recorded once the import is confirmed, dated, and kept with what came before', async () => {
    const manager = await world.as('pm')
    const { id: importId } = await upload(world, 'monthly', '2026-11-20', fileOf([elder]))
    const params = { importId }
    const body = {
      answer: 'given',
      route: 'ratification',
      givenBy: '峡山居委会居民会议',
      givenOn: '2026-11-21',
      proof: '峡居决〔2026〕7号',
    } as const
    expect((await manager(listImportConsents, { params })).can).toEqual([])
    await expectRefusal(manager(recordImportConsent, { params, body }), 'programme.consent_import_unconfirmed')
    await confirmAll(world, importId)
    await expectRefusal(
      manager(recordImportConsent, { params, body: { ...body, givenOn: '2027-01-01' } }),
      'programme.consent_future',
    )
    await expectRefusal(
      (await world.as('underwriter1'))(recordImportConsent, { params, body }),
      'request.not_permitted',
    )
    await manager(recordImportConsent, { params, body: { ...body, route: 'resolution' } })
    const said = await manager(recordImportConsent, { params, body })
    expect(said.can).toEqual(['record'])
    expect(said.consents).toMatchObject([
      { ...body, routeWord: '事后追认', recordedBy: '林志明', importFile: '名册.csv', stands: true },
      { route: 'resolution', stands: false },
    ])
  })
})

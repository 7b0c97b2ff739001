import {
  getCoverConsentProof,
  getPersonConsents,
  listRoster,
  recordImportConsent,
  recordPersonConsent,
} from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, type World } from '../../testing/index.ts'
import { fileOf, openWorld, programmeOf, uploadInForce, type Elder } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const elder = (name: string, order: number): Elder => ({ name, birthOn: '1950-01-01', order })
const pdf = new Blob(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'])

describe('PRG-04 the consent of one person comes before that of the import', () => {
  it('shows what stands, what it means for a death, and the proof', async () => {
    const manager = await world.as('pm')
    const programmeId = (await programmeOf(world)).id
    const { id: importId } = await uploadInForce(
      world,
      'monthly',
      '2026-11-20',
      fileOf([elder('温同意', 601), elder('温不愿', 603)]),
    )
    const [agrees, refuses] = (await manager(listRoster, { query: { q: '温' } })).items
    const of = (personId = '') => manager(getPersonConsents, { params: { personId } })
    expect((await of(agrees?.personId)).programmes[0]).toMatchObject({
      notes: [{ code: 'consent_missing' }],
      consents: [],
    })
    const body = {
      answer: 'given',
      route: 'resolution',
      givenBy: '峡山居委会',
      givenOn: '2026-11-01',
      proof: '决议 7 号',
    } as const
    await manager(recordImportConsent, { params: { importId }, body })

    const service = await world.as('service1')
    const params = { personId: refuses?.personId ?? '' }
    const own = { answer: 'withheld', route: 'paper', givenBy: '本人', givenOn: '2026-11-22', proof: '信件' } as const
    const said = await service(
      recordPersonConsent,
      { params, body: { ...own, programmeId } },
      { files: [{ field: 'proof', file: pdf, name: '信.pdf' }] },
    )
    expect(said.programmes[0]).toMatchObject({
      notes: [{ code: 'consent_withheld' }],
      consents: [
        { ...own, stands: true, importFile: null, files: [{ fileName: '参保同意（书面）-1.pdf' }] },
        { route: 'resolution', stands: false, importFile: '名册.csv' },
      ],
    })
    expect((await of(agrees?.personId)).programmes[0]?.notes).toMatchObject([{ code: 'consent_given' }])
    await arrange(world, 'update person set lacks_capacity = true where id = $1', [agrees?.personId])
    expect((await of(agrees?.personId)).programmes[0]?.notes.map((note) => note.code)).toEqual([
      'consent_given',
      'lacks_capacity',
    ])

    const consent = said.programmes[0]?.consents[0]
    const proof = { consentId: consent?.id ?? '', fileId: consent?.files[0]?.id ?? '' }
    expect(await service(getCoverConsentProof, { params: proof })).toBeInstanceOf(Blob)
    const other = { ...proof, consentId: said.programmes[0]?.consents[1]?.id ?? '' }
    await expectRefusal(service(getCoverConsentProof, { params: other }), 'request.not_found')
    const elsewhere = { ...own, programmeId: params.personId }
    await expectRefusal(service(recordPersonConsent, { params, body: elsewhere }), 'request.not_found')
  })
})

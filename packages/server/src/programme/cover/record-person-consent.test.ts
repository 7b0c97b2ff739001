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
const TYPE = 'file.type_not_allowed'
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

  const program = new Blob([Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff])])
  it.each([
    ['a program named as a photo', 'paper', 'photo.jpg', program, 'file.name_lies'],
    ['nine megabytes', 'paper', '信.pdf', new Blob([pdf, new Uint8Array(9_437_184)]), 'file.too_large'],
    ['nothing', 'paper', '信.pdf', new Blob([]), 'file.empty'],
    ['a text of another encoding', 'paper', '信.txt', new Blob([Uint8Array.from([0xb3, 0xf6, 0xd4, 0xba])]), TYPE],
    ['half a scan', 'paper', '信.pdf', new Blob(['%PDF-1.4\n1 0 obj\n<<>>\nendo']), 'file.half_written'],
    ['a scan where a voice is wanted', 'voice', '信.pdf', pdf, 'file.recording_not_allowed'],
  ] as const)('%s is no proof, and nothing is recorded', async (_, route, name, file, code) => {
    const service = await world.as('service1')
    const personId = (await service(listRoster, { query: { q: '陈秀英' } })).items[0]?.personId ?? ''
    const programmeId = (await programmeOf(world)).id
    const said = { answer: 'given', route, givenBy: '本人', givenOn: '2026-11-22', proof: '信件' } as const
    const sent = { params: { personId }, body: { ...said, programmeId } }
    await expectRefusal(service(recordPersonConsent, sent, { files: [{ field: 'proof', file, name }] }), code)
    const { programmes } = await service(getPersonConsents, { params: { personId } })
    expect(programmes[0]?.consents.filter((one) => one.importFile === null)).toEqual([])
  })
})

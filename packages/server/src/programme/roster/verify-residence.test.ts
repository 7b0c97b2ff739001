import { confirmChange, viewChange } from '@anpei/contract/identity'
import { askCover, getResidenceProof, listRoster, verifyResidence } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, type World } from '../../testing/index.ts'
import { idNumberOf, openWorld, programmeOf, testPeople } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const elder = { name: '吴清单', birthOn: '1950-01-01', order: 701 }
const files = [
  { field: 'proof', file: new Blob(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n']), name: '户籍.pdf' },
]

describe('PRG-04 a programme without a list', () => {
  it('makes a member by a proved look at the registration once another saw the proof, known from then', async () => {
    const service = await world.as('service1')
    const params = { programmeId: (await programmeOf(world)).id }
    const body = {
      name: elder.name,
      idNumber: idNumberOf(elder),
      villageCode: '440514001001',
      accidentOn: '2026-11-20',
      residentSince: null,
    }
    await expectRefusal(service(verifyResidence, { params, body }, { files }), 'programme.roster_is_listed')
    await arrange(
      world,
      `update programme_version set id = gen_random_uuid(),
        definition = jsonb_set(definition, '{parameters,rosterMode}', '"unlisted"')`,
    )
    expect((await programmeOf(world)).rosterMode).toBe('unlisted')
    await expectRefusal(service(verifyResidence, { params, body }), 'programme.residence_proof_missing')
    const late = { ...body, residentSince: '2026-11-21' }
    await expectRefusal(service(verifyResidence, { params, body: late }, { files }), 'programme.residence_day_wrong')
    const { chen } = testPeople
    const onRoster = { ...body, name: chen.name, idNumber: chen.idNumber }
    await expectRefusal(service(verifyResidence, { params, body: onRoster }, { files }), 'programme.member_listed')
    const liaison = await world.as('liaison1')
    await expectRefusal(liaison(verifyResidence, { params, body }, { files }), 'request.not_permitted')

    const { changeId } = await service(verifyResidence, { params, body }, { files })
    await expectRefusal(service(verifyResidence, { params, body }, { files }), 'identity.change_waiting')
    await expectRefusal(service(confirmChange, { params: { id: changeId } }), 'request.not_found')
    const head = await world.as('head')
    const listed = async () => (await head(listRoster, { query: { q: elder.name } })).items[0]?.personId
    expect(await listed()).toBeUndefined()
    const change = await head(viewChange, { params: { id: changeId } })
    expect(JSON.stringify(change)).not.toContain(body.idNumber)
    const [, residenceId = '', fileId = ''] = /residences\/(.*)\/proof\/(.*)$/.exec(change.proofs[0]?.path ?? '') ?? []
    const proof = { params: { residenceId, fileId } }
    expect(await head(getResidenceProof, proof)).toBeInstanceOf(Blob)
    const finance = await world.as('finance1')
    await expectRefusal(finance(getResidenceProof, proof), 'request.not_permitted')
    await head(confirmChange, { params: { id: changeId } })
    const personId = (await listed()) ?? ''
    const asked = async (knownAt?: string) => {
      const query = { day: body.accidentOn, ...(knownAt ? { knownAt } : {}) }
      return (await service(askCover, { params: { personId }, query })).answers[0]?.covered
    }
    expect([await asked(), await asked('2026-11-20T00:00:00.000Z')]).toEqual([true, false])
    await expectRefusal(service(verifyResidence, { params, body }, { files }), 'programme.member_listed')
  })
})

import { confirmIntroduction, getIntroductionFile } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { BINDING, confirmed, explained, openedFor, paramsOf, signature } from './introductions.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const screen = { way: 'screen' as const, signer: 'self' as const, signerName: '林阿公', understood: [...BINDING] }

describe('SRV-07 the customer confirms, with proof', () => {
  it('by a signature on the screen: the paper with the sheet in it is kept and can be read', async () => {
    const service = await world.as('service1')
    const done = await confirmed(world, await explained(world, await openedFor(world)))
    expect(done).toMatchObject({
      state: 'confirmed',
      confirmation: { way: 'screen', signerName: '林阿公', witness: '' },
    })
    expect(done.files.map(({ title }) => title)).toEqual(['产品说明确认书'])
    expect(done.can).toEqual(['apply', 'drop'])
    const fileParams = { introductionId: done.id, fileId: done.files[0]?.id ?? '' }
    const answer = await world.server.inject({
      url: `/api/introductions/${done.id}/files/${fileParams.fileId}`,
      headers: {},
    })
    expect(answer.statusCode).toBe(401)
    await expectRefusal(
      (await world.as('assessor1'))(getIntroductionFile, { params: fileParams }),
      'request.not_permitted',
    )
    await expectRefusal(
      service(confirmIntroduction, { params: paramsOf(done), body: screen }),
      'lifecycle.not_possible',
    )
  })

  it('by a recording, kept beside the paper; refuses what proves nothing', async () => {
    const service = await world.as('service1')
    const one = await explained(world, await openedFor(world))
    const params = paramsOf(one)
    const drawn = await signature()
    const refused = async (change: object, files: typeof drawn | undefined, code: string) => {
      await expectRefusal(service(confirmIntroduction, { params, body: { ...screen, ...change } }, files), code)
    }
    await refused({}, undefined, 'introduction.picture_missing')
    await refused({}, await signature(false), 'introduction.signature_blank')
    await refused({ signerName: '林阿婆' }, drawn, 'introduction.not_the_customer')
    await refused({ signer: 'guardian' }, drawn, 'introduction.basis_missing')
    await refused({ understood: ['cover'] }, drawn, 'introduction.section_missing')
    await refused(
      { way: 'thumbprint', witness: { name: one.openedBy, contact: '1' } },
      drawn,
      'introduction.witness_missing',
    )
    await refused({ way: 'voice' }, undefined, 'introduction.recording_missing')
    const mp3 = new Blob([new Uint8Array([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, 0, 0xff, 0xfb, 0x90, 0x64, 0, 0, 0, 0])])
    const files = [{ field: 'recording', file: mp3, name: '确认.mp3' }]
    const heard = await service(confirmIntroduction, { params, body: { ...screen, way: 'voice' } }, { files })
    expect(heard.files.map(({ title }) => title)).toEqual(['产品说明确认书', '确认录音'])
  })
})

import { getProxyProof, recordProxy } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, mandated, type World } from '../../testing/index.ts'
import { openWorld, personIdOf, wav } from '../customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const consent = {
  proxyName: '陈小明',
  relation: '儿子',
  act: 'hand_in',
  fromOn: '2026-11-01',
  toOn: '2027-10-31',
} as const

describe('CUS-05 the proof of a consent', () => {
  it('is kept sealed, and played by whoever may see the person, nobody else', async () => {
    const personId = await personIdOf(world, 'zheng')
    const service = await world.as('service1')
    const spoken = await service(
      recordProxy,
      { params: { personId }, body: { ...consent, proofKind: 'voice' } },
      { files: [{ field: 'recording', file: new Blob([new Uint8Array(wav)]), name: '同意.wav' }] },
    )
    const onPaper = await mandated(service, personId, { ...consent, act: 'receive' })
    const at = { proxyId: spoken.id, fileId: spoken.proofFiles[0]?.id ?? '' }
    const played: unknown = await service(getProxyProof, { params: at })
    expect(played instanceof Blob && Buffer.from(await played.arrayBuffer())).toEqual(wav)
    await expectRefusal(
      service(getProxyProof, { params: { ...at, fileId: onPaper.proofFiles[0]?.id ?? '' } }),
      'request.not_found',
    )
    await expectRefusal((await world.as('sponsor'))(getProxyProof, { params: at }), 'request.not_permitted')
    await arrange(
      world,
      `update person set village_code = (select code from division where parent_code = '440514112' limit 1)
        where id = $1`,
      [personId],
    )
    await expectRefusal((await world.as('liaison1'))(getProxyProof, { params: at }), 'request.not_found')
    expect((await world.app.files.get(1, at.fileId)).includes(wav)).toBe(false)
  })
})

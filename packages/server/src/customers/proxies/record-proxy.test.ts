import { findPersons, listProxies, recordProxy } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, mandated, type World } from '../../testing/index.ts'
import { openWorld, personIdOf, testPeople, wav } from '../customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const son = {
  proxyName: '陈小明',
  relation: '儿子',
  phone: '13700000000',
  idNumber: '440524197008121037',
  act: 'receive',
  fromOn: '2026-11-01',
  toOn: '2027-10-31',
} as const

describe('CUS-05 proxies', () => {
  it('says for whom, for what, how proved, how long; numbers masked', async () => {
    const personId = await personIdOf(world, 'chen')
    const service = await world.as('service1')
    await mandated(service, personId, son)
    const { proxies } = await service(listProxies, { params: { personId } })
    expect(proxies).toMatchObject([
      { proxyName: '陈小明', actWord: '代领', phoneMasked: '137****0000', inForce: true, recordedBy: '李燕玲' },
    ])
  })

  it('CUS-01 makes the one who acts a person of the register, once, and knows him again', async () => {
    const service = await world.as('service1')
    const record = async (who: 'lin' | 'zheng') => mandated(service, await personIdOf(world, who), son)
    await record('lin')
    await record('zheng')
    const { items } = await service(findPersons, { body: { q: son.idNumber } })
    expect(items.map((one) => one.name)).toEqual([son.proxyName])
    const other = { ...son, idNumber: testPeople.lin.idNumber }
    const chen = await personIdOf(world, 'chen')
    await expectRefusal(mandated(service, chen, other), 'customers.number_other_name')
  })

  it('refuses a period that ends before it begins, and a number that cannot be', async () => {
    const personId = await personIdOf(world, 'chen')
    const service = await world.as('service1')
    await expectRefusal(mandated(service, personId, { ...son, toOn: '2026-10-01' }), 'customers.proxy_period')
    await expectRefusal(mandated(service, personId, { ...son, phone: '12345' }), 'customers.phone_invalid')
  })

  it('lasts a year at most, and says up to which day', async () => {
    const personId = await personIdOf(world, 'chen')
    const service = await world.as('service1')
    await expectRefusal(mandated(service, personId, { ...son, toOn: '2036-10-31' }), 'customers.proxy_too_long')
    expect((await service(listProxies, { params: { personId } })).longestDays).toBe(366)
  })

  it('needs its proof in the same request, of the kind that is said', async () => {
    const personId = await personIdOf(world, 'zheng')
    const service = await world.as('service1')
    const params = { personId }
    const record = (proofKind: 'paper' | 'voice' | 'video', field: string, name: string, bytes: Buffer) =>
      service(
        recordProxy,
        { params, body: { ...son, act: 'hand_in', proofKind } },
        { files: [{ field, file: new Blob([new Uint8Array(bytes)]), name }] },
      )
    await expectRefusal(
      service(recordProxy, { params, body: { ...son, proofKind: 'video' } }),
      'customers.proxy_proof_missing',
    )
    await expectRefusal(record('voice', 'recording', '同意.jpg', webm), 'file.recording_not_allowed')
    await expectRefusal(record('paper', 'proof', '同意.wav', wav), 'file.type_not_allowed')
    await expectRefusal(
      record('video', 'proof', '同意.webm', Buffer.concat([webm, Buffer.alloc(9 * MB)])),
      'file.too_large',
    )
    const film = Buffer.concat([webm, Buffer.alloc(9 * MB)])
    const filmed = await record('video', 'recording', '同意.webm', film)
    expect(filmed.proofFiles).toMatchObject([{ mediaType: 'video/webm', fileName: '录像委托-1.webm' }])
    const spoken = await record('voice', 'recording', '同意.wav', wav)
    expect(spoken.proofFiles[0]?.mediaType).toBe('audio/wav')
  })
})

const MB = 1024 * 1024
/** The beginning of a film as a browser records it. */
const webm = Buffer.from(
  '1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff',
  'hex',
)

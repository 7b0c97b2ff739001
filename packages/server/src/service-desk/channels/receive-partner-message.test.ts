import { createApiKey } from '@anpei/contract/identity'
import { receivePartnerMessage } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { saidBy } from './said.fixture.ts'

describe('SRV-03 OPS-02 a partner hands in messages', () => {
  let world: World
  let partner: Caller
  let other: Caller
  beforeAll(async () => {
    world = await openWorld()
    const admin = await world.as('admin')
    const keyFor = async (name: string) => {
      const { key } = await admin(createApiKey, { body: { name, permissions: ['desk.inbound'], expiresAt: null } })
      return world.with({ authorization: `Bearer ${key}` })
    }
    partner = await keyFor('前端一')
    other = await keyFor('前端二')
  })
  afterAll(() => world.close())
  const message = (messageId: string, text: string) => ({
    messageId,
    conversationKey: 'thread-1',
    channel: 'app' as const,
    from: { name: '陈小明', phone: '13711112222' },
    text,
  })

  it('tried five times, one after the other and at once, it is one message', async () => {
    const body = message('m-1', '钱什么时候到')
    const first = await partner(receivePartnerMessage, { body })
    expect(first).toMatchObject({ messageNo: 1, isNew: true, isRepeat: false })
    const again = await Promise.all([1, 2, 3, 4].map(() => partner(receivePartnerMessage, { body })))
    expect(again.map((one) => [one.requestNo, one.messageNo, one.isRepeat])).toEqual(
      again.map(() => [first.requestNo, 1, true]),
    )
    expect(await saidBy(world, 'app')).toHaveLength(1)
  })

  it('a thread goes on in its order; another partner’s thread and number of the same name are others', async () => {
    const second = await partner(receivePartnerMessage, { body: message('m-2', '还没到') })
    expect(second).toMatchObject({ messageNo: 2, isNew: false })
    const stranger = await other(receivePartnerMessage, { body: message('m-1', '你好') })
    expect(stranger).toMatchObject({ messageNo: 1, isNew: true })
    expect((await saidBy(world, 'app')).map((one) => one.text)).toEqual(['钱什么时候到', '还没到', '你好'])
  })

  it('a file that is a program is named and not kept, and the message is', async () => {
    const base64 = Buffer.from('MZ\u0090 This program').toString('base64')
    const body = { ...message('m-3', '见附件'), files: [{ name: '单据.exe', base64 }] }
    await partner(receivePartnerMessage, { body })
    const last = (await saidBy(world, 'app')).find((one) => one.text === '见附件')
    expect(last).toMatchObject({ fileNames: [], refusedFiles: [{ name: '单据.exe' }] })
  })

  it('needs a key for it', async () => {
    await expectRefusal(world.anyone(receivePartnerMessage, { body: message('m-9', 'x') }), 'request.sign_in_first')
    const service = await world.as('service1')
    await expectRefusal(service(receivePartnerMessage, { body: message('m-9', 'x') }), 'request.not_permitted')
  })
})

import { listMailboxes, saveMailbox } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { mailServers } from './mail-server.fixture.ts'

describe('SRV-03 mailboxes are data', () => {
  let world: World
  let admin: Caller
  beforeAll(async () => {
    world = await openWorld()
    admin = await world.as('admin')
  })
  afterAll(() => world.close())
  const body = {
    ...mailServers('u', 993, 465),
    id: null,
    name: '安赔服务台',
    address: 'Fuwu@anpei.example',
    active: true,
    password: 'very-secret',
  }

  it('needs a password once, and never shows it again', async () => {
    await expectRefusal(admin(saveMailbox, { body: { ...body, password: '' } }), 'desk.mailbox_password')
    const saved = await admin(saveMailbox, { body })
    expect(saved).toMatchObject({ address: 'fuwu@anpei.example', imapPort: 993, fault: null })
    expect(await admin(saveMailbox, { body: { ...body, id: saved.id, name: '服务台', password: '' } })).toMatchObject({
      id: saved.id,
      name: '服务台',
    })
    const { items } = await admin(listMailboxes, {})
    expect(items).toHaveLength(1)
    expect(JSON.stringify(items)).not.toContain('very-secret')
    const { rows } = await world.app.pool.raw.query('select settings::text, sealed from mailbox')
    expect(JSON.stringify(rows)).not.toContain('very-secret')
  })

  it('an address stands once, and what is changed must be there', async () => {
    await expectRefusal(admin(saveMailbox, { body }), 'desk.mailbox_twice')
    const other = await admin(saveMailbox, { body: { ...body, address: 'b@anpei.example' } })
    await expectRefusal(admin(saveMailbox, { body: { ...body, id: other.id } }), 'desk.mailbox_twice')
    const nobody = '019ab000-0000-7000-8000-000000000001'
    await expectRefusal(admin(saveMailbox, { body: { ...body, id: nobody } }), 'request.not_found')
  })

  it('is for those who set channels up', async () => {
    const service = await world.as('service1')
    await expectRefusal(service(saveMailbox, { body }), 'request.not_permitted')
  })
})

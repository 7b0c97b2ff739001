import { tryMailbox } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { mailServers, startImap, startSmtp, type ImapFixture, type SmtpFixture } from './mail-server.fixture.ts'

describe('SRV-03 a mailbox is tried before it is used', () => {
  let world: World
  let admin: Caller
  let imap: ImapFixture
  let smtp: SmtpFixture
  beforeAll(async () => {
    ;[imap, smtp] = await Promise.all([startImap('u1'), startSmtp()])
    imap.arrive(Buffer.from('Subject: a\r\n\r\nb'), '2026-11-20T02:00:00.000Z')
    world = await openWorld()
    admin = await world.as('admin')
  })
  afterAll(async () => {
    await Promise.all([imap.close(), smtp.close()])
    await world.close()
  })
  const attempt = (change: object = {}) =>
    admin(tryMailbox, { body: { ...mailServers('u1', imap.port, smtp.port), id: null, password: 'pw', ...change } })

  it('works both ways, and nothing is sent', async () => {
    expect(await attempt()).toEqual({
      incoming: { works: true, words: '能收信，“INBOX”里有 1 封' },
      outgoing: { works: true, words: '能发信' },
    })
    expect(smtp.mails).toEqual([])
  })

  it('a wrong password and a server that is not there are told in words', async () => {
    expect(await attempt({ password: 'wrong' })).toEqual({
      incoming: { works: false, words: '用户名或密码不对' },
      outgoing: { works: false, words: '用户名或密码不对' },
    })
    const gone = await attempt({ imapPort: 1, smtpPort: 1 })
    expect(gone.incoming).toEqual({ works: false, words: '邮件服务器连接不上（ECONNREFUSED）' })
    expect(gone.outgoing.works).toBe(false)
    await expectRefusal(attempt({ password: '' }), 'desk.mailbox_password')
  })
})

import { getNotice, listNotices } from '@anpei/contract/notifications'
import {
  answerRequest,
  getRequest,
  listMailboxes,
  listRequests,
  saveMailbox,
  takeRequest,
} from '@anpei/contract/service-desk'
import { systemActor } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { queueMail, saveChannelSetting } from '../../notifications/index.ts'
import { openWorld, type Caller, type World } from '../../testing/index.ts'
import type { Reply } from './channel-sender.ts'
import { fetchMail } from './fetch-mail.ts'
import { mailServers, startImap, startSmtp, type ImapFixture, type SmtpFixture } from './mail-server.fixture.ts'
import { planMail } from './plan-mail.ts'
import { senderOf } from './registry.ts'
import { readMail } from './read-mail.ts'
import { saidBy } from './said.fixture.ts'
import { forgetStrayMail } from './store-mail.ts'
import { takeMail } from './take-mail.ts'

const OUR = 'fuwu@anpei.example'
const ME = 'chen@family.example'
const START = '2026-11-20T02:00:00.000Z'

const raw = (messageId: string, words: string, ...headers: string[]) =>
  Buffer.from(
    [
      `From: =?utf-8?B?6ZmI5bCP5piO?= <${ME}>`,
      `To: ${OUR}`,
      `Message-ID: <${messageId}>`,
      'Content-Type: text/plain; charset=utf-8',
      ...headers,
      '',
      words,
    ].join('\r\n'),
  )

describe('SRV-03 T42 mail comes and goes', () => {
  let world: World
  let admin: Caller
  let imap: ImapFixture
  let second: ImapFixture
  let smtp: SmtpFixture
  const ids: string[] = []
  beforeAll(async () => {
    ;[imap, second, smtp] = await Promise.all([startImap('u1'), startImap('u2'), startSmtp()])
    world = await openWorld(START)
    admin = await world.as('admin')
    const setUp = async (address: string, user: string, port: number) => {
      const body = { ...mailServers(user, port, smtp.port), id: null, name: '安赔服务台', address, active: true }
      ids.push((await admin(saveMailbox, { body: { ...body, password: 'pw' } })).id)
    }
    await setUp(OUR, 'u1', imap.port)
    await setUp('tousu@anpei.example', 'u2', second.port)
  })
  afterAll(async () => {
    await Promise.all([imap.close(), second.close(), smtp.close()])
    await world.close()
  })
  const look = (n = 0) => fetchMail(world.app, { tenantId: 1, mailboxId: ids[n] ?? '' })
  const said = async () => (await saidBy(world, 'email')).map((one) => one.text)
  const lastSaid = async () => (await saidBy(world, 'email')).at(-1)
  const outcomes = async () => {
    const { rows } = await world.app.pool.withTenant(1, ({ db }) =>
      sql<{ outcome: string }>`select outcome from mail_arrival order by recorded_at, uid`.execute(db),
    )
    return rows.map((row) => row.outcome)
  }
  const boxes = async () => (await admin(listMailboxes, {})).items

  it('a new mail is a request since the server got it; older ones are not ours', async () => {
    imap.arrive(raw('old@x', '很久以前'), '2026-11-01T00:00:00.000Z')
    imap.arrive(raw('m1@x', '我妈住院了', 'Subject: =?utf-8?B?5L2P6Zmi?='), '2026-11-20T02:00:30.000Z')
    world.clock.forward(3_600_000)
    await planMail(world.app, 1)
    await world.runJobs()
    expect(await saidBy(world, 'email')).toMatchObject([
      { no: 1, text: '我妈住院了', at: '2026-11-20T02:00:30.000Z', automatic: false },
    ])
    expect((await boxes()).find((one) => one.address === OUR)).toMatchObject({
      failingSince: null,
      lastDay: [{ outcome: 'message', count: 1 }],
    })
  })

  it('killed between fetching and recording, it is read again, and twice is once', async () => {
    imap.arrive(raw('m2@x', '补一句', 'In-Reply-To: <m1@x>'), '2026-11-20T03:00:00.000Z')
    const mail = await readMail(raw('m2@x', '补一句', 'In-Reply-To: <m1@x>'))
    const dying = systemWrite(world.app, systemActor(1, 'test'), async (tx) => {
      const known = await sql<{ v: string; u: bigint }>`select uid_validity v, last_uid u from mailbox
        where id = ${ids[0] ?? ''}`.execute(tx.db)
      const { v = '', u = 0n } = known.rows[0] ?? {}
      const arrivedAt = '2026-11-20T03:00:00.000Z'
      await takeMail(tx, { mailboxId: ids[0] ?? '', uidValidity: v, uid: Number(u) + 1, bytes: 1, arrivedAt, mail })
      throw new Error('killed')
    })
    await expect(dying).rejects.toThrow('killed')
    expect(await said()).toEqual(['我妈住院了'])
    await Promise.all([look(), look()])
    await look()
    expect((await saidBy(world, 'email')).map((one) => [one.no, one.text])).toEqual([
      [1, '我妈住院了'],
      [2, '补一句'],
    ])
  })

  it('the same mail in two mailboxes is one message, also when both are read at once', async () => {
    for (const server of [imap, second]) server.arrive(raw('m3@x', '抄送两边'), '2026-11-20T03:00:00.000Z')
    await Promise.all([look(0), look(1)])
    expect((await said()).filter((text) => text === '抄送两边')).toHaveLength(1)
    expect((await outcomes()).filter((one) => one === 'repeat')).toHaveLength(1)
  })

  it('the server counts anew: nothing comes twice', async () => {
    const before = await said()
    imap.countAnew(77)
    await look()
    expect(await said()).toEqual(before)
  })

  it('a server that is down for a day loses nothing: all comes once, with the time the server got it', async () => {
    const { port } = second
    await second.close()
    world.clock.forward(3_600_000)
    await look(1)
    await look(1)
    const down = (await boxes()).find((one) => one.address === 'tousu@anpei.example')
    expect(down).toMatchObject({ fault: expect.stringContaining('连接不上'), failingSince: '2026-11-20T04:00:00.000Z' })
    world.clock.forward(24 * 3_600_000)
    const lying = Array.from({ length: 3 }, (_, n): [Buffer, string] => [
      raw(`down${n}@x`, `停机时的第${n}封`),
      `2026-11-20T1${n}:00:00.000Z`,
    ])
    admin = await world.as('admin')
    second = await startImap('u2', port, lying)
    second.countAnew(5)
    await look(1)
    await look(1)
    const found = (await saidBy(world, 'email')).filter((one) => one.text.startsWith('停机'))
    expect(found.map((one) => [one.text, one.at])).toEqual(lying.map(([, at], n) => [`停机时的第${n}封`, at]))
    expect((await boxes()).find((one) => one.address === 'tousu@anpei.example')).toMatchObject({
      failingSince: null,
      fault: null,
    })
  })

  it('a bomb, a program and a script: the words are kept, what is safe is kept, the rest is named', async () => {
    const photo = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const file = (name: string, base64: string) => [
      '--B',
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      base64,
    ]
    const body = [
      `From: ${ME}`,
      'Message-ID: <m4@x>',
      'Content-Type: multipart/mixed; boundary="B"',
      '',
      '--B',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>单据在附件</p><script>fetch("//evil.example")</script><img src="https://track.example/x.gif">',
      ...file('photo.png', photo),
      ...file('bomb.zip', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100_000)]).toString('base64')),
      ...file('photo.jpg', Buffer.from('MZ\u0090\u0000program').toString('base64')),
      '--B--',
      '',
    ]
    imap.arrive(Buffer.from(body.join('\r\n')), '2026-11-21T03:00:00.000Z')
    await look()
    expect(await lastSaid()).toMatchObject({
      text: '单据在附件',
      fileNames: ['photo.png'],
      refusedFiles: [
        { name: 'bomb.zip', code: 'file.type_not_allowed' },
        { name: 'photo.jpg', code: 'file.name_lies' },
      ],
    })
    const { items } = await admin(listNotices, { query: { template: 'desk_files_refused' } })
    expect(items).toMatchObject([{ channel: 'email', title: '邮件附件没有接收' }])
    expect(items[0]?.text).toContain('bomb.zip：')
    expect(items[0]?.text).not.toContain('photo.png')
  })

  it('loops end: our own words are dropped, and a machine gets five an hour in', async () => {
    const before = (await outcomes()).length
    imap.arrive(raw('loop1@x', '我自己', 'X-Loop: tousu@anpei.example'), '2026-11-21T03:00:00.000Z')
    for (let n = 0; n < 7; n++) {
      imap.arrive(raw(`auto${n}@x`, '我在休假', 'Auto-Submitted: auto-replied'), '2026-11-21T03:00:00.000Z')
    }
    await look()
    const got = (await outcomes()).slice(before).toSorted()
    expect(got).toEqual([...Array.from({ length: 5 }, () => 'automatic'), 'own', 'stopped', 'stopped'])
    expect((await saidBy(world, 'email')).filter((one) => one.text === '我在休假')).toMatchObject(
      Array.from({ length: 5 }, () => ({ automatic: true })),
    )
  })

  const reply = async (change: Partial<Reply> = {}): Promise<Reply> => {
    const [first] = await saidBy(world, 'email')
    return {
      id: newId(),
      tenantId: 1,
      requestNo: first?.requestNo ?? '',
      channel: 'email',
      to: { name: '陈小明', phone: '', email: ME, openid: '' },
      conversationKey: '<m1@x>',
      inReplyTo: '<m2@x>',
      subject: '住院',
      text: '请提供出院小结。',
      files: [{ name: '清单.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.4') }],
      ...change,
    }
  }
  const send = async (one: Reply) => senderOf('email')?.send(world.app, one)

  it('an answer leaves within its thread, from its mailbox, with our number and our loop mark', async () => {
    const one = await reply()
    expect(await send(one)).toEqual({ sent: true, providerNo: `<${one.id}@anpei.example>` })
    const mail = await readMail(Buffer.from(smtp.mails.at(-1) ?? ''))
    expect(mail).toMatchObject({
      messageId: `<${one.id}@anpei.example>`,
      answers: ['<m2@x>', '<m1@x>'],
      from: OUR,
      subject: `Re: 住院 [${one.requestNo}]`,
      text: '请提供出院小结。',
      loopMarks: [OUR],
      isAutomatic: false,
      files: [{ name: '清单.pdf' }],
    })
    imap.arrive(raw('m5@x', '好的，寄出了', `In-Reply-To: <${one.id}@anpei.example>`), '2026-11-21T03:10:00.000Z')
    await look()
    const answer = (await saidBy(world, 'email')).find((row) => row.text === '好的，寄出了')
    expect(answer?.requestNo).toBe(one.requestNo)
  })

  it('our number in the subject leads back, for the address the request is with and no other', async () => {
    const { requestNo } = await reply()
    const subject = `Subject: Fwd: [${requestNo}]`
    imap.arrive(raw('m6@x', '换了邮箱软件', subject), '2026-11-21T03:20:00.000Z')
    const strange = raw('m7@x', '我是别人', subject).toString().replace(ME, 'eve@evil.example')
    imap.arrive(Buffer.from(strange), '2026-11-21T03:20:00.000Z')
    await look()
    const rows = await saidBy(world, 'email')
    expect(rows.find((row) => row.text === '换了邮箱软件')?.requestNo).toBe(requestNo)
    expect(rows.find((row) => row.text === '我是别人')?.requestNo).not.toBe(requestNo)
  })

  it('an address that does not exist is refused for good; a server that is away is asked again', async () => {
    const gone = await reply({ to: { name: '', phone: '', email: 'gone@family.example', openid: '' } })
    expect(await send(gone)).toEqual({ sent: false, forGood: true, fault: '邮件服务器不收（550）' })
    const at = mailServers('u1', imap.port, 1)
    const body = { ...at, id: ids[0] ?? '', name: '安赔服务台', address: OUR, active: true }
    await admin(saveMailbox, { body })
    expect(await send(await reply())).toMatchObject({ sent: false, forGood: false })
    await admin(saveMailbox, { body: { ...body, smtpPort: smtp.port } })
  })

  const bounceOf = (ours: string) =>
    Buffer.from(
      [
        'From: MAILER-DAEMON@mx.example',
        `Message-ID: <${newId()}@mx.example>`,
        'Content-Type: multipart/report; report-type=delivery-status; boundary="BB"',
        '',
        '--BB',
        'Content-Type: message/delivery-status',
        '',
        'Final-Recipient: rfc822; chen@family.example',
        'Action: failed',
        'Status: 5.1.1',
        '',
        '--BB',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: ${ours}`,
        '',
        '--BB--',
        '',
      ].join('\r\n'),
    )
  const lastSent = async () => (await readMail(Buffer.from(smtp.mails.at(-1) ?? ''))).messageId

  it('an answer of the desk that bounces is shown as not received, once', async () => {
    const agent = await world.as('service1')
    const { items } = await agent(listRequests, { query: { channel: 'email', sort: 'newest' } })
    const params = { requestId: items[0]?.id ?? '' }
    await agent(takeRequest, { params })
    await agent(answerRequest, { params, body: { channel: 'email', text: '请带病历' } })
    await world.runJobs()
    const delivery = async () => (await agent(getRequest, { params })).messages.at(-1)?.delivery
    expect(await delivery()).toBe('sent')
    imap.arrive(bounceOf(await lastSent()), '2026-11-21T03:40:00.000Z')
    await look()
    expect(await delivery()).toBe('failed')
  })

  it('a notice that bounces has not reached: the next channel takes over (NTF-03)', async () => {
    const subject = { kind: 'report', id: newId() }
    await systemWrite(world.app, systemActor(1, 'test'), async (tx) => {
      await saveChannelSetting(tx.db, 1, tx.vault, {
        channel: 'email',
        gateway: 'smtp',
        settings: { host: '127.0.0.1', port: String(smtp.port), security: 'none', from: OUR, user: 'u' },
        secrets: { password: 'pw' },
        changedBy: newId(),
        changedAt: tx.now,
      })
      await queueMail(tx, { subject, template: 'timing_report', to: ME, text: '报告' })
    })
    await world.runJobs()
    const { items } = await admin(listNotices, { query: { subjectId: subject.id } })
    const params = { noticeId: items[0]?.id ?? '' }
    expect(await admin(getNotice, { params })).toMatchObject({ state: 'sent' })
    imap.arrive(bounceOf(await lastSent()), '2026-11-21T04:00:00.000Z')
    const before = await said()
    await look()
    expect(await said()).toEqual(before)
    expect(await admin(getNotice, { params })).toMatchObject({
      attempts: [{ channel: 'email', state: 'failed', fault: '退信 5.1.1' }],
    })
  })

  it('what belongs to no request is forgotten after ninety days, what does is kept (CUS-10)', async () => {
    const before = (await outcomes()).length
    world.clock.forward(91 * 24 * 3_600_000)
    await systemWrite(world.app, systemActor(1, 'test'), forgetStrayMail)
    const left = await outcomes()
    expect(left.length).toBeLessThan(before)
    expect(left.filter((one) => !['message', 'automatic', 'repeat'].includes(one))).toEqual([])
  })
})

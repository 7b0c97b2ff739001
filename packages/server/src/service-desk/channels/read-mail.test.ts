import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readMail } from './read-mail.ts'

/** A mail as it lies on a server, line by line. */
const raw = (...lines: string[]) => Buffer.from(lines.join('\r\n'))
const head = ['From: =?utf-8?B?6ZmI5bCP5piO?= <Chen@Family.example>', 'To: fuwu@anpei.example', 'Message-ID: <m1@x>']
const html = (body: string) => raw(...head, 'Content-Type: text/html; charset=utf-8', '', body)
const part = (name: string, type: string, bytes: Buffer, more = '') => [
  '--B',
  `Content-Type: ${type}; name="${name}"`,
  `Content-Disposition: ${more === '' ? 'attachment' : 'inline'}; filename="${name}"`,
  ...(more === '' ? [] : [more]),
  'Content-Transfer-Encoding: base64',
  '',
  bytes.toString('base64'),
]
const mixed = (...parts: string[][]) =>
  raw(
    ...head,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="B"',
    '',
    '--B',
    'Content-Type: text/plain; charset=utf-8',
    '',
    '请看附件',
    ...parts.flat(),
    '--B--',
    '',
  )

describe('SRV-03 a mail is read', () => {
  it('sender, thread and words', async () => {
    const mail = await readMail(
      raw(
        ...head,
        'Subject: =?gb18030?B?16HUurLZzvM=?=',
        'In-Reply-To: <a2@x>',
        'References: <a1@x>\r\n <a2@x>',
        '',
        'hi',
      ),
    )
    expect(mail).toMatchObject({
      messageId: '<m1@x>',
      answers: ['<a2@x>', '<a1@x>'],
      references: ['<a1@x>', '<a2@x>'],
      from: 'chen@family.example',
      name: '陈小明',
      text: 'hi',
      isAutomatic: false,
      report: null,
    })
  })

  it.each(['gb18030', 'gbk', 'gb2312'])('words in %s, as many mail programs in China still write', async (charset) => {
    const words = iconv.encode('我妈住院了，怎么报案？', 'gb18030')
    const lines = [...head, `Content-Type: text/plain; charset=${charset}`, 'Content-Transfer-Encoding: 8bit', '', '']
    expect(await readMail(Buffer.concat([raw(...lines), words]))).toMatchObject({ text: '我妈住院了，怎么报案？' })
  })

  it('HTML becomes plain text: no script, no remote picture, no strange link', async () => {
    const { text } = await readMail(
      html(
        '<html><head><style>p{}</style><script>steal()</script></head><body><p onclick="steal()">您好 ' +
          '<a href="javascript:steal()">点我</a> <a href="https://hospital.example/1">单据</a></p>' +
          '<img src="https://track.example/1.gif" alt="签名"><svg onload=steal()></svg></body></html>',
      ),
    )
    expect(text).toBe('您好 点我 单据 [https://hospital.example/1]\n\n签名')
  })

  it('HTML nested without end is given up, not followed', async () => {
    const { text } = await readMail(html('<b>'.repeat(200_000)))
    expect(text).toBe('（邮件没有正文）')
  })

  it('an empty mail is a mail; one without a number gets the same one each time', async () => {
    const empty = raw('From: a@b.example', '', '')
    const [first, second] = [await readMail(empty), await readMail(empty)]
    expect(first).toMatchObject({ text: '（邮件没有正文）', subject: '', files: [] })
    expect(first.messageId).toBe(second.messageId)
    expect(await readMail(Buffer.alloc(0))).toMatchObject({ from: '', text: '（邮件没有正文）' })
  })

  it('a text without end is cut', async () => {
    const { text } = await readMail(raw(...head, '', '长'.repeat(50_000)))
    expect(text.length).toBeLessThan(20_100)
    expect(text).toContain('正文过长')
  })

  it('files come along; decoration does not; too many and too heavy ones are named', async () => {
    const photo = Buffer.from('ffd8ffe000104a46494600', 'hex')
    const logo = part('logo.png', 'image/png', photo, 'Content-ID: <logo>')
    const one = await readMail(
      mixed(part('单据.jpg', 'image/jpeg', photo), part('a.exe', 'application/x-msdownload', photo)),
    )
    expect(one.files.map((file) => file.name)).toEqual(['单据.jpg', 'a.exe'])
    const related = raw(
      ...head,
      'Content-Type: multipart/related; boundary="B"',
      '',
      '--B',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>好</p><img src="cid:logo">',
      ...logo,
      '--B--',
      '',
    )
    expect(await readMail(related)).toMatchObject({ text: '好', files: [] })
    const many = await readMail(mixed(...Array.from({ length: 12 }, (_, n) => part(`${n}.jpg`, 'image/jpeg', photo))))
    expect(many.files).toHaveLength(10)
    expect(many.text).toBe('请看附件\n\n（附件太多或太大，没有接收 2 个：10.jpg、11.jpg）')
    const heavy = await readMail(mixed(part('bomb.zip', 'application/zip', Buffer.alloc(26 * 1024 * 1024))))
    expect(heavy).toMatchObject({ files: [], text: expect.stringContaining('bomb.zip') })
  })

  it('what was cut off on the way keeps its words and says so', async () => {
    const cut = mixed(part('film.mp4', 'video/mp4', Buffer.alloc(100_000))).subarray(0, 2000)
    expect(await readMail(cut, true)).toMatchObject({ files: [], text: '请看附件\n\n（整封邮件过大，附件没有接收）' })
  })
})

const OURS = '<019ab000-0000-7000-8000-000000000001@anpei.example>'

describe('SRV-03 NTF-03 mails nobody wrote', () => {
  it('a bounce names the mail of ours, and its reason without the address (RFC 3464)', async () => {
    const bounce = raw(
      'Return-Path: <>',
      'From: MAILER-DAEMON@mx.example',
      'To: fuwu@anpei.example',
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'Message-ID: <b1@mx.example>',
      'Content-Type: multipart/report; report-type=delivery-status;',
      ' boundary="BB"',
      '',
      '--BB',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'I am sorry to inform you.',
      '--BB',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      'Final-Recipient: rfc822; chen@family.example',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 <chen@family.example> no such user',
      '',
      '--BB',
      'Content-Type: message/rfc822',
      '',
      `Message-ID: ${OURS}`,
      'Subject: x',
      '',
      'body',
      '--BB--',
      '',
    )
    const mail = await readMail(bounce)
    expect(mail.report).toEqual({ about: OURS, action: 'failed', detail: '退信 5.1.1 550 no such user' })
    expect(mail.isAutomatic).toBe(true)
  })

  it('a bounce of an old server, in words and with the headers of ours', async () => {
    const mail = await readMail(
      raw(
        'From: postmaster@old.example',
        'Subject: failure',
        '',
        'Sorry.',
        '',
        '--- Below this line ---',
        `Message-ID: ${OURS}`,
      ),
    )
    expect(mail.report).toMatchObject({ about: OURS, action: 'failed' })
  })

  it('a person who quotes such a report reports nothing', async () => {
    expect(await readMail(raw(...head, '', `Message-ID: ${OURS}`))).toMatchObject({ report: null })
  })

  it.each(['Auto-Submitted: auto-replied', 'Precedence: bulk', 'List-Id: <x.example>', 'Return-Path: <>'])(
    '%s',
    async (line) => {
      expect(await readMail(raw(...head, line, '', 'x'))).toMatchObject({ isAutomatic: true })
    },
  )

  it('our loop mark is seen', async () => {
    expect(await readMail(raw(...head, 'X-Loop: Fuwu@anpei.example', '', 'x'))).toMatchObject({
      loopMarks: ['fuwu@anpei.example'],
    })
  })
})

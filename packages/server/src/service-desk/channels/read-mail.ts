/**
 * SRV-03: a mail as it lies on the server becomes words, files and marks. Whatever charset it is in; HTML becomes plain
 * text, so that no script and no remote picture reaches a screen; attachments are counted and weighed here, what they
 * hold is judged by the desk. A delivery report names the mail of ours it is about (RFC 3464).
 */
import { createHash } from 'node:crypto'
import type { Attachment, ParsedMail } from 'mailparser'
import { isAutomaticMail } from '@anpei/domain/service-desk'
import type { ComingFile } from '../keep-files.ts'

export type DeliveryReport = {
  /** Message-ID of our mail, with its brackets. */
  readonly about: string
  readonly action: 'failed' | 'delivered' | 'other'
  readonly detail: string
}
export type MailRead = {
  readonly messageId: string
  /** What it answers, nearest first. */
  readonly answers: readonly string[]
  readonly references: readonly string[]
  readonly from: string
  readonly name: string
  readonly subject: string
  readonly text: string
  readonly files: readonly ComingFile[]
  readonly isAutomatic: boolean
  /** The addresses in our loop mark. */
  readonly loopMarks: readonly string[]
  readonly report: DeliveryReport | null
}

export const LOOP_HEADER = 'x-loop'
const MOST_FILES = 10
const MOST_FILE_BYTES = 25 * 1024 * 1024
/** Pictures of signatures and letterheads, shown within the text. */
const DECORATION_BYTES = 10 * 1024
const MOST_TEXT = 20_000
const MOST_IDS = 20
const AS_TEXT = { skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true } as const
const ROBOT_HEADERS = ['x-autoreply', 'x-autorespond', 'list-id', 'list-unsubscribe']

/** `isCut`: the mail was too large to fetch whole; its attachments are not looked at. */
export async function readMail(raw: Buffer, isCut = false): Promise<MailRead> {
  // Only who has a mailbox needs the library in memory.
  const { simpleParser } = await import('mailparser')
  const mail = await simpleParser(raw, AS_TEXT)
  const sender = mail.from?.value[0]
  const from = (sender?.address ?? '').toLowerCase()
  const header = headersOf(mail)
  const answered = idsOf(header('in-reply-to'))
  const listed = idsOf(header('references')).slice(-MOST_IDS)
  // Some programs say only what they answer.
  const references = listed.length > 0 ? listed : answered.slice(0, 1)
  const { files, notes } = isCut ? { files: [], notes: ['整封邮件过大，附件没有接收'] } : filesOf(mail.attachments)
  return {
    messageId: idsOf(header('message-id'))[0] ?? madeId(mail),
    answers: [...new Set([...answered, ...references.toReversed()])],
    references,
    from,
    name: (sender?.name ?? '').slice(0, 40),
    subject: (mail.subject ?? '').slice(0, 200),
    text: textOf(await wordsOf(mail), notes),
    files,
    isAutomatic: isAutomaticMail({
      autoSubmitted: header('auto-submitted'),
      precedence: header('precedence'),
      hasRobotHeader: ROBOT_HEADERS.some((name) => header(name) !== ''),
      hasEmptyReturnPath: /^<\s*>$/.test(header('return-path').trim()),
      from,
    }),
    loopMarks: header(LOOP_HEADER)
      .toLowerCase()
      .split(/[\s,]+/)
      .filter((one) => one !== ''),
    report: reportOf(mail, from, header('content-type')),
  }
}

/** Values of headers as they were written, unfolded. */
function headersOf(mail: ParsedMail): (name: string) => string {
  const lines = mail.headerLines.map(({ key, line }) => [key, line.replace(/^[^:]*:\s*/, '').replace(/\r?\n\s+/g, ' ')])
  const values = new Map(lines.toReversed().map(([key = '', value = '']) => [key, value] as const))
  return (name) => values.get(name) ?? ''
}

function idsOf(text: string): string[] {
  return text.match(/<[^<>\s]{1,400}>/g) ?? []
}

/** A mail without a number of its own is known by what it says. */
function madeId(mail: ParsedMail): string {
  const said = [mail.from?.text ?? '', mail.date?.toISOString() ?? '', mail.subject ?? '', mail.text ?? '']
  return `<${createHash('sha256').update(said.join('\n')).digest('hex').slice(0, 40)}@no-id>`
}

async function wordsOf(mail: ParsedMail): Promise<string> {
  const html = typeof mail.html === 'string' ? mail.html : ''
  if (mail.text !== undefined || html === '') return withoutAddresses(mail.text ?? '', html)
  // The parser makes text of HTML only where it is the whole mail: so it is made one.
  const { simpleParser } = await import('mailparser')
  const alone = await simpleParser(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`, AS_TEXT)
  return withoutAddresses(alone.text ?? '', html)
}

function textOf(words: string, notes: readonly string[]): string {
  const said = words.trim() === '' ? '（邮件没有正文）' : words.trim()
  const cut = said.length > MOST_TEXT ? `${said.slice(0, MOST_TEXT)}\n……（正文过长，其余没有接收）` : said
  return notes.length === 0 ? cut : `${cut}\n\n（${notes.join('；')}）`
}

/** Addresses of pictures, and links that are none to a page, leave the text that was made of HTML. */
function withoutAddresses(text: string, html: string): string {
  if (html === '') return text
  const pictures = new Set(
    [...html.matchAll(/<img\b[^>]*?\bsrc\s*=\s*["']?([^"'\s>]+)/gi)].map((found) => found[1] ?? ''),
  )
  return text.replace(/ ?\[((?:https?|cid|data|javascript|vbscript|file):[^\]\s]*)\]/gi, (whole, address: string) =>
    /^https?:/i.test(address) && !pictures.has(address) ? whole : '',
  )
}

function filesOf(attachments: readonly Attachment[]): { files: ComingFile[]; notes: string[] } {
  const files: ComingFile[] = []
  const left: string[] = []
  let bytes = 0
  for (const one of attachments) {
    if (one.related && one.content.length < DECORATION_BYTES) continue
    if (one.contentType === 'message/delivery-status' || one.contentType === 'text/rfc822-headers') continue
    const name = (one.filename ?? `附件.${one.contentType.split('/')[1] ?? 'bin'}`).slice(-120)
    if (files.length >= MOST_FILES || bytes + one.content.length > MOST_FILE_BYTES) left.push(name)
    else {
      files.push({ name, bytes: one.content })
      bytes += one.content.length
    }
  }
  const names = left.slice(0, 5).join('、')
  return { files, notes: left.length === 0 ? [] : [`附件太多或太大，没有接收 ${left.length} 个：${names}`] }
}

function reportOf(mail: ParsedMail, from: string, contentType: string): DeliveryReport | null {
  const isReport = /^multipart\/report\b/i.test(contentType) && /delivery-status/i.test(contentType)
  if (!isReport && !/^(mailer-daemon|postmaster)@/i.test(from)) return null
  const inside = mail.attachments.filter((one) =>
    /^(message\/rfc822|text\/rfc822-headers|message\/delivery-status)$/i.test(one.contentType),
  )
  const told = [mail.text ?? '', ...inside.map((one) => one.content.subarray(0, 65_536).toString('utf8'))].join('\n')
  const about = /^\s*>?\s*Message-ID:\s*(<[^<>\s]{1,400}>)/im.exec(told)?.[1]
  if (about === undefined) return null
  const action = /^Action:\s*(\w+)/im.exec(told)?.[1]?.toLowerCase()
  const status = /^Status:\s*([\d.]+)/im.exec(told)?.[1] ?? ''
  const why = /^Diagnostic-Code:\s*(?:[\w-]+;)?\s*(.{1,200})/im.exec(told)?.[1] ?? ''
  return {
    about,
    // Old servers say it in words only: that they write at all means that it failed.
    action: action === undefined || action === 'failed' ? 'failed' : action === 'delivered' ? 'delivered' : 'other',
    // The reason may name the address: it is left out.
    detail: `退信 ${status} ${why.replace(/\S+@\S+/g, '')}`.replace(/\s+/g, ' ').trim().slice(0, 100),
  }
}

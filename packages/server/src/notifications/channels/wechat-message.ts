/** NTF-03: what WeChat calls us with: XML of flat elements; what is not in its documented shape is nothing. */
import { XMLParser } from 'fast-xml-parser'

/** What a follower wrote, spoke or sent a picture of. */
export type WechatSaid = {
  readonly kind: 'said'
  readonly messageNo: string
  readonly openId: string
  readonly text: string
  /** Seconds since 1970, as WeChat counts. */
  readonly saidAt: number
  readonly media: { readonly id: string; readonly sort: WechatMediaSort } | null
}
export type WechatMediaSort = 'image' | 'voice' | 'video'

export type WechatMessage =
  | {
      readonly kind: 'sent'
      readonly messageNo: string
      readonly status: 'delivered' | 'failed'
      readonly detail: string
    }
  | WechatSaid
  | { readonly kind: 'other' }

const parser = new XMLParser({ processEntities: false, parseTagValue: false, ignoreAttributes: true })

/** The elements of `<xml>`; null when it is none. */
export function wechatFields(xml: string): Readonly<Record<string, string>> | null {
  // Own entities are how a small text becomes a large one; WeChat sends none.
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return null
  try {
    const tree: unknown = parser.parse(xml)
    const root: unknown = typeof tree === 'object' && tree !== null ? Reflect.get(tree, 'xml') : null
    if (typeof root !== 'object' || root === null) return null
    return Object.fromEntries(
      Object.entries(root).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    )
  } catch {
    return null
  }
}

/** An ended template message, or a text somebody wrote to the account. */
export function wechatMessage(fields: Readonly<Record<string, string>>): WechatMessage {
  const read = (name: string) => fields[name] ?? ''
  if (read('MsgType') === 'event' && read('Event') === 'TEMPLATESENDJOBFINISH' && read('MsgID') !== '') {
    const isSent = read('Status') === 'success'
    const detail = isSent ? '' : read('Status').slice(0, 100)
    return { kind: 'sent', messageNo: read('MsgID'), status: isSent ? 'delivered' : 'failed', detail }
  }
  const said = wordsOf(read)
  if (!said || read('MsgId') === '' || read('FromUserName') === '') return { kind: 'other' }
  return {
    kind: 'said',
    messageNo: read('MsgId'),
    openId: read('FromUserName'),
    saidAt: Number(read('CreateTime')) || 0,
    ...said,
    text: said.text.slice(0, 2000),
  }
}

function wordsOf(read: (name: string) => string): Pick<WechatSaid, 'text' | 'media'> | null {
  const media = (sort: WechatMediaSort) => ({ id: read('MediaId'), sort })
  switch (read('MsgType')) {
    case 'text':
      return { text: read('Content'), media: null }
    case 'image':
      return { text: '', media: media('image') }
    case 'voice':
      // Where the account lets WeChat listen, the words come along.
      return { text: read('Recognition'), media: media('voice') }
    case 'video':
    case 'shortvideo':
      return { text: '', media: media('video') }
    case 'location':
      return { text: `位置：${read('Label')}（${read('Location_X')}，${read('Location_Y')}）`, media: null }
    case 'link':
      return { text: `链接：${read('Title')} ${read('Url')}`, media: null }
    default:
      return null
  }
}

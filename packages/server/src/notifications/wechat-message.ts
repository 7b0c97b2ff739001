/** NTF-03: what WeChat calls us with: XML of flat elements; what is not in its documented shape is nothing. */
import { XMLParser } from 'fast-xml-parser'

export type WechatMessage =
  | {
      readonly kind: 'sent'
      readonly messageNo: string
      readonly status: 'delivered' | 'failed'
      readonly detail: string
    }
  | { readonly kind: 'said'; readonly messageNo: string; readonly openId: string; readonly text: string }
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
  if (read('MsgType') === 'text' && read('MsgId') !== '' && read('FromUserName') !== '') {
    const [messageNo, openId, text] = [read('MsgId'), read('FromUserName'), read('Content')]
    return { kind: 'said', messageNo, openId, text: text.slice(0, 2000) }
  }
  return { kind: 'other' }
}

/**
 * SRV-02: the menu in Twilio's documented verbs. `Gather` plays and takes one key, and its address is asked again;
 * what follows it is reached by silence. `Dial` with `sequential` tries the seats in turn, and each of them reports its
 * state; its own address is asked when it has ended.
 */
import type { Seat } from '../calls/store-telephone.ts'

export type Addresses = {
  /** Where states are reported to. */
  readonly status: string
  /** Where Twilio asks, with what it is to tell next time. */
  readonly menu: (query: Readonly<Record<string, string>>) => string
}

const SECONDS_FOR_A_KEY = '5'
const SECONDS_OF_RINGING = '20'

export function askForKey(plays: readonly string[], turn: number, { menu }: Addresses): string {
  const again = menu({ turn: String(Math.min(turn + 1, 9)) })
  const attributes = { input: 'dtmf', numDigits: '1', timeout: SECONDS_FOR_A_KEY, action: again, method: 'POST' }
  return response(`${tag('Gather', attributes, playing(plays))}${tag('Redirect', { method: 'POST' }, text(again))}`)
}

export function putThrough(plays: readonly string[], seats: readonly Seat[], { status, menu }: Addresses): string {
  const reports = {
    statusCallback: status,
    statusCallbackEvent: 'initiated ringing answered completed',
    statusCallbackMethod: 'POST',
  }
  const nouns = seats.map(({ extension }) =>
    extension.includes('@')
      ? tag('Sip', reports, text(`sip:${extension}`))
      : tag('Client', reports, tag('Identity', {}, text(extension))),
  )
  const attributes = {
    sequential: 'true',
    timeout: SECONDS_OF_RINGING,
    action: menu({ dialled: '1' }),
    method: 'POST',
  }
  return response(`${playing(plays)}${tag('Dial', attributes, nouns.join(''))}`)
}

export function hangUp(plays: readonly string[]): string {
  return response(`${playing(plays)}${tag('Hangup', {}, '')}`)
}

function playing(addresses: readonly string[]): string {
  return addresses.map((address) => tag('Play', {}, text(address))).join('')
}

function response(inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${tag('Response', {}, inner)}`
}

function tag(name: string, attributes: Readonly<Record<string, string>>, inner: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${text(value)}"`)
  return inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`
}

function text(plain: string): string {
  return plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

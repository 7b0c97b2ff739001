/**
 * NTF-01: channels behind one interface. A gateway is handed messages with our own number each (the attempt's id); a
 * repetition after a crash carries the same number, so that whoever counts by it sends it once. What a gateway says
 * about a message: taken (with its own number), or not, for good or for now.
 */
import type { NoticeChannel } from '@anpei/domain/notifications'

export type Outgoing = {
  /** Our number of the message: the attempt's id. */
  readonly id: string
  readonly channel: NoticeChannel
  readonly to: string
  readonly recipientMasked: string
  /** The occasion, for templates that are registered with a provider. */
  readonly template: string
  readonly title: string
  readonly text: string
  /** The text as it is said, for calls. */
  readonly voice: string
  readonly facts: Readonly<Record<string, string>>
  /** Goes with a mail. */
  readonly attachment?: { readonly fileName: string; readonly pdf: Buffer } | undefined
}

export type Taken =
  | { readonly id: string; readonly taken: true; readonly providerNo: string | null }
  | { readonly id: string; readonly taken: false; readonly forGood: boolean; readonly fault: string }

export type Gateway = { send(messages: readonly Outgoing[]): Promise<readonly Taken[]> }

export type GatewayKind = 'stand_in' | 'smtp' | 'sms_http' | 'sms_aliyun' | 'sms_tencent' | 'wechat' | 'voice_http'

/** Settings without secrets, and the secrets; both checked by the gateway that reads them. */
export type GatewaySettings = {
  readonly settings: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
}

const AT_ONCE = 20

/** Sends one by one, some at the same time; a fault of one is no fault of the others. */
export function oneByOne(send: (message: Outgoing) => Promise<Taken>): Gateway {
  return {
    async send(messages) {
      const answers: Taken[] = []
      let next = 0
      const worker = async (): Promise<void> => {
        for (let message = messages[next++]; message; message = messages[next++]) {
          answers.push(await send(message).catch((fault: unknown) => notNow(message.id, fault)))
        }
      }
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, messages.length) }, worker))
      return answers
    },
  }
}

/** What a gateway's fault says may hold personal values: only its kind is kept. */
export function notNow(id: string, fault: unknown): Taken {
  const name = fault instanceof Error ? fault.name : 'fault'
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
  return { id, taken: false, forGood: false, fault: faultWord(name, code) }
}

function faultWord(name: string, code: string): string {
  if (name === 'TimeoutError' || code === 'ETIMEDOUT') return '网关太慢，没有在限时内答复'
  return /^E[A-Z]+$/.test(code) ? `网关连接不上（${code}）` : `网关出错（${name}）`
}

export function need(values: Readonly<Record<string, string>>, name: string): string {
  const value = values[name]
  if (value === undefined || value === '') throw new MissingSetting(name)
  return value
}

export class MissingSetting extends Error {
  readonly field: string
  constructor(field: string) {
    super(`the setting ${field} is missing`)
    this.name = 'MissingSetting'
    this.field = field
  }
}

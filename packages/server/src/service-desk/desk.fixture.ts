/** Requests for tests: as a channel brings them, and as an agent writes them down. */
import { getRequest, registerRequest, type RequestView } from '@anpei/contract/service-desk'
import type { Sent } from '@anpei/contract/kernel'
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite } from '../http/index.ts'
import type { Caller, World } from '../testing/index.ts'
import { receiveMessage, type Inbound } from './receive-message.ts'

type Told = NonNullable<Sent<typeof registerRequest>['body']>
let serial = 0

/** A message of a channel; each a thread of its own unless said. */
export async function came(world: World, change: Partial<Inbound> = {}): Promise<string> {
  serial += 1
  const inbound: Inbound = {
    channel: 'email',
    messageId: `m${serial}@example.com`,
    conversationKey: `thread-${serial}`,
    from: { name: '陈先生', email: 'chen@example.com' },
    receivedAt: world.clock.now(),
    subject: '住院津贴',
    text: '津贴怎么领？',
    files: [],
    automatic: false,
    ...change,
  }
  const received = await systemWrite(world.app, systemActor(1, 'test'), (tx) => receiveMessage(tx, inbound))
  if (!received.ok) throw new Error(received.code)
  return received.value.requestId
}

export async function told(agent: Caller, change: Partial<Told> = {}): Promise<string> {
  const body = {
    kind: 'enquiry',
    channel: 'phone',
    text: '津贴怎么领？',
    contact: { name: '陈先生' },
    ...change,
  } as const
  return (await agent(registerRequest, { body })).id
}

export function look(agent: Caller, requestId: string): Promise<RequestView> {
  return agent(getRequest, { params: { requestId } })
}

/** Calls for tests: lines and extensions as a lead enters them, and words as a telephone system reports them. */
import { createApiKey } from '@anpei/contract/identity'
import { receiveCall, saveTelephone } from '@anpei/contract/service-desk'
import type { Sent } from '@anpei/contract/kernel'
import { staffId, type Caller, type World } from '../../testing/index.ts'

export const CONSULT = '0754-80000000'
export const REPORT = '0754-80000110'
export const ELDER = '0754-80000060'
type Words = NonNullable<Sent<typeof receiveCall>['body']>['words']
type Call = Partial<NonNullable<Sent<typeof receiveCall>['body']>>
let serial = 0

/** The consult and the report line; `service1` sits at extension 801. */
export async function telephone(world: World): Promise<{ system: Caller; agent: Caller; agentId: string }> {
  const [lead, admin, agent] = await Promise.all([world.as('deskhead'), world.as('admin'), world.as('service1')])
  const agentId = await staffId(world, 'service1')
  await lead(saveTelephone, {
    body: {
      lines: [
        { number: CONSULT, line: 'consult' },
        { number: REPORT, line: 'report', announced: true },
        { number: ELDER, line: 'elder' },
      ],
      extensions: [{ extension: '801', userId: agentId }],
    },
  })
  const body = { name: '话务系统', permissions: ['desk.inbound' as const], expiresAt: null }
  const { key } = await admin(createApiKey, { body })
  return { system: world.with({ authorization: `Bearer ${key}` }), agent, agentId }
}

export function after(world: World, seconds: number): string {
  return new Date(Date.parse(world.clock.now()) + seconds * 1000).toISOString()
}

/** A call of the customer, a minute ago unless said; answers its id and state. */
export function rings(system: Caller, words: Words, change: Call = {}) {
  serial += 1
  return system(receiveCall, {
    body: {
      callNo: `c-${serial}`,
      direction: 'in',
      lineNumber: CONSULT,
      phone: '13711112222',
      words,
      ...change,
    },
  })
}

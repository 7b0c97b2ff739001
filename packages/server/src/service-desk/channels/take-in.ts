/**
 * SRV-02: hands a channel's message to the desk, which never refuses one: a refusal is our fault, and is tried again.
 */
import type { Tx } from '../../http/index.ts'
import { receiveMessage, type Inbound, type Received } from '../receive-message.ts'

export async function takeIn(tx: Tx, inbound: Inbound): Promise<Received> {
  const received = await receiveMessage(tx, inbound)
  if (!received.ok) throw new Error(`the desk refuses a message: ${received.code}`)
  return received.value
}

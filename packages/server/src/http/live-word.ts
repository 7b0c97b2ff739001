/** Tells open browsers that something is new; heard when the transaction commits, and only then. */
import type { Tx } from './tx.ts'

/** `userIds` null = everybody of the tenant. */
export function tellLive(tx: Tx, topic: string, userIds: readonly string[] | null): void {
  tx.tell({ tenantId: tx.actor.tenantId, topic, userIds })
}

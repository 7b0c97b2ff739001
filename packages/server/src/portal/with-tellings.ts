/**
 * T19, CLK-02: days that become working days, or a rule that gives less time, end a promised word earlier than the
 * family was to hear it: those words are brought forward to the morning of the day on which the promise now ends.
 */
import type { CaseKeepers } from '../sla/index.ts'
import { bringForward } from './store-progress.ts'

/** The same keepers; whoever settles claims anew looks after their words too. */
export function withTellings(keepers: CaseKeepers): CaseKeepers {
  const claims = keepers.get('claim')
  if (claims === undefined) return keepers
  return new Map([
    ...keepers,
    [
      'claim',
      {
        lock: (tx, ids) => claims.lock(tx, ids),
        settle: async (tx, settled) => {
          await claims.settle(tx, settled)
          await bringForward(
            tx.db,
            tx.actor.tenantId,
            settled.map((one) => one.id),
          )
        },
      },
    ],
  ])
}

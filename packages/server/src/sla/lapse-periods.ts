/**
 * A promise that recurs counts every period that ends unmet when it ends, not only at the next event of its case
 * (CLK-03, T23; SLA §2 rules 1, 9, 19): before the sweep announces, cases with such a period behind them are locked and
 * folded to the present. Done twice is done once.
 */
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite, type App, type Tx } from '../http/index.ts'
import { definitionsOf } from './definitions.ts'
import { deriveClocks } from './derive-clocks.ts'
import { endedPeriods } from './store-alarms.ts'
import type { CaseKeepers } from './subjects.ts'

const AT_ONCE = 100
const FIRST = '00000000-0000-0000-0000-000000000000'

/** Returns how many cases were folded. */
export async function lapsePeriods(app: App, tenantId: number, keepers: CaseKeepers): Promise<number> {
  let count = 0
  let after = FIRST
  for (;;) {
    const done = await systemWrite(app, systemActor(tenantId, 'clock-sweep'), (tx) => lapseSome(tx, keepers, after))
    count += done.length
    if (done.length < AT_ONCE) return count
    after = done.at(-1) ?? after
  }
}

async function lapseSome(tx: Tx, keepers: CaseKeepers, after: string): Promise<readonly string[]> {
  const recurring = (await definitionsOf(tx)).all.filter((def) => def.unit === 'recurring').map((def) => def.id)
  const kinds = [...keepers.keys()]
  const cases = await endedPeriods(tx.db, tx.actor.tenantId, tx.now, { clockIds: recurring, kinds }, after, AT_ONCE)
  for (const [kind, keeper] of keepers) {
    const ids = cases.filter((one) => one.kind === kind).map((one) => one.id)
    if (ids.length === 0) continue
    await keeper.lock(tx, ids)
    const settled = []
    for (const id of ids) settled.push({ id, ...(await deriveClocks(tx, { kind, id })) })
    await keeper.settle(tx, settled)
  }
  return cases.map((one) => one.id)
}

/**
 * CLM-07: class and routing of a claim by the published decision table, from what the calculation came to and what the
 * person claimed before. The table may ask for more approvals than the amounts do, never for fewer.
 */
import { DEFAULT_ROUTING, type Assessed, type ClaimClass, type RoutingTable } from '@anpei/domain/claims'
import { VEHICLE_CLASSES, type VehicleClass } from '@anpei/domain/programme'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { classify } from '../programme/index.ts'
import type { ClaimRecord } from './store-claims.ts'

export type ClaimRouting = { readonly class: ClaimClass; readonly table: RoutingTable }

export async function routeClaim(
  tx: Tx,
  claim: ClaimRecord,
  judging: Assessed | Promise<Assessed>,
  vehicle: VehicleClass,
): Promise<ClaimRouting> {
  const { tenantId } = tx.actor
  const counting = sql<{ history: number; open: number }>`
    select count(*)::int as history, count(*) filter (where state not in ('closed', 'withdrawn'))::int as open
    from claim where tenant_id = ${tenantId} and person_id = ${claim.personId} and id <> ${claim.id}`.execute(tx.db)
  const traits = Promise.all([counting, judging]).then(([counted, assessed]) => ({
    amountFen: Number(assessed.payableFen),
    kinds: claim.kinds,
    manual: assessed.outcome === 'manual',
    historyCount: counted.rows[0]?.history ?? 0,
    openClaims: counted.rows[0]?.open ?? 0,
    vehicle,
  }))
  const routing = await classify(tx.db, tenantId, traits)
  const { straightThrough } = DEFAULT_ROUTING
  return {
    class: routing.class,
    table: {
      ...DEFAULT_ROUTING,
      leastSteps: routing.straightThrough ? 1 : routing.approvalSteps,
      straightThrough: { ...straightThrough, classes: routing.straightThrough ? [routing.class] : [] },
    },
  }
}

export function vehicleOf(text: string): VehicleClass {
  for (const one of VEHICLE_CLASSES) if (one === text) return one
  throw new Error(`unknown vehicle ${text}`)
}

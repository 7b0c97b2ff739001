/** Who answers for the duties in the demo (config/demo/organisation.json), and the instances of the running periods. */
import type { Tx } from '../http/index.ts'
import { readOrganisation } from '../identity/index.ts'
import { dutyCatalogue, dutyDef, guaranteeOf } from './duty-catalogue.ts'
import { assignments, saveAssignment } from './store-duties.ts'
import { tendDuties } from './tend-duties.ts'

/** A second run changes nobody who was named meanwhile. */
export async function seedDuties(tx: Tx): Promise<void> {
  const { tenantId } = tx.actor
  const named = await assignments(tx.db, tenantId)
  const wanted = readOrganisation().duties.filter((one) => one.tenant === tenantId && !named.get(one.duty)?.owner)
  const people = await idsBy(tx, 'staff_user')
  const departments = await idsBy(tx, 'department')
  for (const { duty, owner, deputy } of wanted) {
    const leading = guaranteeOf(dutyDef(duty)?.guarantee ?? '')?.departments[0] ?? ''
    await saveAssignment(tx.db, tenantId, null, tx.now, {
      dutyCode: duty,
      departmentId: departments.get(dutyCatalogue().departments[leading] ?? '') ?? null,
      ownerId: people.get(owner) ?? null,
      deputyId: people.get(deputy) ?? null,
    })
  }
  await tendDuties(tx)
}

async function idsBy(tx: Tx, table: 'staff_user' | 'department'): Promise<ReadonlyMap<string, string>> {
  const rows =
    table === 'staff_user'
      ? await tx.db
          .selectFrom(table)
          .select(['id', 'login as key'])
          .where('tenant_id', '=', tx.actor.tenantId)
          .execute()
      : await tx.db.selectFrom(table).select(['id', 'code as key']).where('tenant_id', '=', tx.actor.tenantId).execute()
  return new Map(rows.map((row) => [row.key, row.id]))
}

/** The template database: migrated, with the demo's organisation and a handful of synthetic people. */
import { newKeyRing, openVault, ringToJson, type KeyRing } from '../crypto/index.ts'
import { seedSharing } from '../customers/index.ts'
import { asOwner, migrate, openPool } from '../db/index.ts'
import { readOrganisation, seedTenantPeople, seedTenants } from '../identity/index.ts'
import { seedTestPeople } from './test-people.ts'

export const TEST_START = '2026-11-23T01:00:00.000Z'

/** Every test file signs several people in: the usual cost is what makes guessing dear, and tests slow. */
const CHEAP = { memoryKib: 8, passes: 1 }

/** Returns the key ring its personal values are sealed with, as JSON. */
export async function prepareTemplate(ownerUrl: string): Promise<string> {
  const ring = newKeyRing()
  await migrate(ownerUrl)
  await asOwner(ownerUrl, seedTenants)
  await seedTemplate(ownerUrl, ring)
  return ringToJson(ring)
}

async function seedTemplate(url: string, ring: KeyRing): Promise<void> {
  const pool = openPool(url, 2)
  try {
    for (const { id } of readOrganisation().tenants) {
      await pool.withTenant(id, async ({ db }) => {
        await seedTenantPeople(db, id, openVault(ring, id), TEST_START, CHEAP)
        await seedSharing(db, id, TEST_START)
      })
    }
    await pool.withTenant(1, ({ db }) => seedTestPeople(db, 1, openVault(ring, 1), TEST_START))
  } finally {
    await pool.close()
  }
}

/** Every company of the house, for work that is done for each of them. */
import type { App } from './app.ts'

export async function tenantNumbers(app: App): Promise<number[]> {
  const { rows } = await app.pool.raw.query<{ id: number }>('select tenant_numbers() as id')
  return rows.map((row) => row.id)
}

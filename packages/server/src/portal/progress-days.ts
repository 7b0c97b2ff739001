/** T19: after how many working days a family hears again, by the shortest promise a case may still run under. */
import type { Tx } from '../http/index.ts'
import { definitionsOf } from '../sla/index.ts'

export async function progressDays(tx: Tx): Promise<number> {
  const { all } = await definitionsOf(tx)
  const promises = all.filter((def) => def.id === 'T19' && def.unit === 'workingDay')
  return Math.max(1, Math.min(...promises.map((def) => def.budget)))
}

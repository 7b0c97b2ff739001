/** Complaints over a store full of them: filled, lived through, asked. */
import { fillComplaints } from './complaints-fill.ts'
import { benchComplaintLives, type ComplaintLives } from './complaints-lives.ts'
import { benchComplaintQueries } from './complaints-queries.ts'
import type { Ground } from './ground.ts'
import { whole, type Row } from './table.ts'

export async function benchComplaintStore(
  ground: Ground,
  options: Omit<ComplaintLives, 'label'> & { readonly complaints: number },
  log: (line: string) => void,
): Promise<Row[]> {
  const from = performance.now()
  const made = await fillComplaints(ground, options.complaints, log)
  log(`  ${whole(made)} complaints were put into the store in ${whole((performance.now() - from) / 1000)} s`)
  const asked = await benchComplaintQueries(ground, log)
  const label = `${whole(options.complaints)} complaints in store`
  return [...asked, ...(await benchComplaintLives(ground, { ...options, label }, log))]
}

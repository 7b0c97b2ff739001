/** Complaints over a store full of them: filled, counted as at night, asked, lived through. */
import { systemActor } from '@anpei/domain/kernel'
import { countComplaints } from '@anpei/server/complaints'
import { systemWrite } from '@anpei/server/http'
import { openBenchApp } from './bench-app.ts'
import { fillComplaints } from './complaints-fill.ts'
import { benchComplaintLives, type ComplaintLives } from './complaints-lives.ts'
import { benchComplaintQueries } from './complaints-queries.ts'
import { TENANT, type Ground } from './ground.ts'
import { atMost, whole, type Row } from './table.ts'

const MOST_NIGHT_S = 30

export async function benchComplaintStore(
  ground: Ground,
  options: Omit<ComplaintLives, 'label'> & { readonly complaints: number },
  log: (line: string) => void,
): Promise<Row[]> {
  const from = performance.now()
  const made = await fillComplaints(ground, options.complaints, log)
  log(`  ${whole(made)} complaints were put into the store in ${whole((performance.now() - from) / 1000)} s`)
  await countAtNight(ground, log)
  const night = await countAtNight(ground, log)
  const asked = await benchComplaintQueries(ground, log)
  const label = `${whole(options.complaints)} complaints in store`
  const again = atMost('complaints', 'counted at night again', night, MOST_NIGHT_S, 's')
  return [again, ...asked, ...(await benchComplaintLives(ground, { ...options, label }, log))]
}

/** The first night counts all, every other what moved since; in seconds. */
async function countAtNight(ground: Ground, log: (line: string) => void): Promise<number> {
  const app = openBenchApp(ground)
  const from = performance.now()
  try {
    await systemWrite(app, systemActor(TENANT, 'nightly'), countComplaints)
  } finally {
    await app.pool.close()
  }
  const seconds = (performance.now() - from) / 1000
  log(`  counted as at night in ${seconds.toFixed(1)} s`)
  return seconds
}

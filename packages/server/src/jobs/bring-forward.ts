/** The demo's time passes by hand: what waits in the queue waits so much less. */
import pg from 'pg'

export async function bringJobsForward(ownerUrl: string, ms: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(
      `select graphile_worker.reschedule_jobs(array[id], run_at := run_at - $1 * interval '1 millisecond')
         from graphile_worker.jobs where locked_at is null and run_at > now()`,
      [ms],
    )
  } finally {
    await client.end()
  }
}

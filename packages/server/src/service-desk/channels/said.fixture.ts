/** What the desk has heard, opened: for tests of channels. */
import { sql } from 'kysely'
import type { World } from '../../testing/index.ts'

export type Said = {
  readonly requestNo: string
  readonly no: number
  readonly direction: string
  readonly automatic: boolean
  readonly at: string
  readonly text: string
  readonly fileNames: readonly string[]
  readonly refusedFiles: readonly { name: string; code: string }[]
}

/** Everything said by a channel, in the order of requests and messages. */
export async function saidBy(world: World, channel: string): Promise<Said[]> {
  const { rows } = await world.app.pool.withTenant(1, ({ db }) =>
    sql<{
      requestNo: string
      no: number
      direction: string
      automatic: boolean
      at: string
      salt: Buffer
      sealed: Buffer
    }>`select r.request_no as "requestNo", m.no, m.direction, m.automatic, m.occurred_at as at, r.salt, m.sealed
      from desk_message m join desk_request r on r.tenant_id = m.tenant_id and r.id = m.request_id
      where m.tenant_id = 1 and m.channel = ${channel} order by r.request_no, m.no`.execute(db),
  )
  return rows.map(({ salt, sealed, ...row }) => ({
    ...row,
    fileNames: [],
    refusedFiles: [],
    ...JSON.parse(world.app.vault(1).openText(salt, sealed)),
  }))
}

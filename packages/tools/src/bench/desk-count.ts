/** SRV-02: what the store holds of a run of the desk: each message once, each conversation in its order. */
import { TENANT, type Ground } from './ground.ts'

export type Counted = { readonly kept: number; readonly twice: number; readonly disordered: number }

/** The words are opened, for they say which message it was: the run, and a number that grows in each conversation. */
export async function countMessages(ground: Ground, run: string): Promise<Counted> {
  const rows = await ground.asAdmin((ask) =>
    ask<{ request: string; salt: Buffer; sealed: Buffer }>(
      `select m.request_id as request, r.salt, m.sealed from desk_message m
       join desk_request r on r.tenant_id = m.tenant_id and r.id = m.request_id
       where m.tenant_id = $1 and m.direction = 'in' and m.channel in ('app', 'chat')
       order by r.recorded_at, m.request_id, m.no`,
      [TENANT],
    ),
  )
  const seen = new Set<number>()
  let twice = 0
  let disordered = 0
  const last = new Map<string, number>()
  for (const { request, salt, sealed } of rows) {
    const told: { text: string } = JSON.parse(ground.vault.openText(salt, sealed))
    const [of, no = ''] = told.text.split(' ')
    if (of !== run) continue
    const number = Number(no)
    if (seen.has(number)) twice++
    seen.add(number)
    if (number < (last.get(request) ?? -1)) disordered++
    last.set(request, number)
  }
  return { kept: seen.size, twice, disordered }
}

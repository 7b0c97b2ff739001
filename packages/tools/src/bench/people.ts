/** Covered people of the store, for callers to report accidents of and to look up. */
import { readFileSync } from 'node:fs'
import { sealAccount } from '@anpei/server/customers'
import type { Ground } from './ground.ts'
import { TENANT } from './ground.ts'
import { accidentOn } from './report-body.ts'

const ACCOUNTS = readFileSync(new URL('./accounts.sql', import.meta.url), 'utf8')

export type Somebody = {
  readonly id: string
  readonly name: string
  readonly idNumber: string
  readonly salt: Buffer
}

/**
 * People nobody has reported an accident of those days of, not in an earlier run over a store that is kept either: a
 * report that looks like another one stays a draft, and no life would follow. `skip`: each use takes people of its own.
 */
export async function somePeople(ground: Ground, count: number, skip: number): Promise<Somebody[]> {
  type Columns = { id: string; name: string; salt: Buffer; sealed: Buffer }
  const rows = await ground.asAdmin((ask) =>
    ask<Columns>(
      `
    select p.id, p.name, p.salt, p.sealed from person p join cover_period k on k.tenant_id = p.tenant_id and
      k.person_id = p.id
    where p.tenant_id = $1 and k.known_before is null and k.from_on <= '2026-10-01' and coalesce(k.to_on, 'infinity')
      > now()
      and p.died_on is null and not exists (select from report r where r.tenant_id = p.tenant_id and r.person_id = p.id
        and r.accident_on between $4::date - 2 and $4::date + 2)
    order by p.id offset $2 limit $3`,
      [TENANT, skip, count, accidentOn()],
    ),
  )
  // A small roster has no people that far back.
  if (rows.length === 0 && skip > 0) return somePeople(ground, count, 0)
  return rows.map((row) => {
    const secrets: { idNumber: string } = JSON.parse(ground.vault.openText(row.salt, row.sealed))
    return { id: row.id, name: row.name, idNumber: secrets.idNumber, salt: row.salt }
  })
}

/** Everybody's own account, proposed and confirmed on an earlier day: money can be sent there. */
export async function giveAccounts(ground: Ground, people: readonly Somebody[]): Promise<void> {
  const accounts = people.map((person, index) => {
    const number = `62${String(index).padStart(17, '0')}`
    return {
      personId: person.id,
      name: person.name,
      hash: ground.vault.lookupHash('account', number),
      sealed: sealAccount(ground.vault, person.salt, number),
    }
  })
  await ground.asAdmin((ask) =>
    ask(ACCOUNTS, [
      TENANT,
      accounts.map((one) => one.personId),
      accounts.map((one) => one.name),
      accounts.map((one) => one.hash),
      accounts.map((one) => one.sealed),
    ]),
  )
}

/** A queue of people that starts again from the front only when all had their turn. */
export function inTurn<V>(values: readonly V[]): () => V {
  let at = 0
  return () => {
    const value = values[at++ % values.length]
    if (value === undefined) throw new Error('nobody in the queue')
    return value
  }
}

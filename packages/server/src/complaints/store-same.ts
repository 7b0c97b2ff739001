/** CMP-02: the same mail or call again makes no second complaint. */
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import type { ComplaintTold } from './store.ts'

type Said = {
  readonly personId: string | null
  readonly phone: string
  readonly email: string
  readonly name: string
  readonly facts: string
}
type Row = SameComplaint & { readonly sealed: Buffer }
export type SameComplaint = {
  readonly id: string
  readonly complaintNo: string
  readonly state: string
  readonly round: number
  readonly personId: string | null
  readonly salt: Buffer
}
const MOST = 50
const WITHIN_DAYS = 60

/**
 * The open complaint in which the same person said the same; the words are sealed, so a few are opened and read. One
 * about whoever asks is not there for them (CMP-05): what they write down becomes another one.
 */
export async function sameOpenComplaint(tx: Tx, said: Said): Promise<SameComplaint | undefined> {
  const { tenantId } = tx.actor
  const phoneHash = said.phone === '' ? null : tx.vault.lookupHash('phone', said.phone)
  const since: Instant = new Date(Date.parse(tx.now) - WITHIN_DAYS * 86_400_000).toISOString()
  const { rows } = await sql<Row>`
    with candidate as (
      (select c.* from complaint c where c.tenant_id = ${tenantId} and c.person_id = ${said.personId}::uuid
        and c.ended_at is null order by c.received_at desc limit ${MOST})
      union all
      (select c.* from complaint c where c.tenant_id = ${tenantId} and c.phone_hash = ${phoneHash}::bytea
        and c.ended_at is null limit ${MOST})
      union all
      (select c.* from complaint c where c.tenant_id = ${tenantId} and ${said.email !== ''}::boolean
        and c.person_id is null and c.phone_hash is null and c.ended_at is null and c.received_at > ${since}
        order by c.received_at desc limit ${MOST}))
    select distinct on (c.id) c.id, c.complaint_no as "complaintNo", c.state, c.round, c.person_id as "personId",
      c.salt, c.sealed
    from candidate c where ${tx.actor.kind !== 'staff'}::boolean or not ${tx.actor.id}::uuid = any(c.concerned_ids)
    order by c.id`.execute(tx.db)
  return rows.find((row) => {
    const told: ComplaintTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
    const { phone, email, name } = told.complainant
    const sameVoice = phone === said.phone && email === said.email && name === said.name
    return sameVoice && plain(told.matter.facts) === plain(said.facts)
  })
}

function plain(text: string): string {
  return text.replace(/\s+/g, '')
}

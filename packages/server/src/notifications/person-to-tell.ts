/** Whom a notice goes to, and by which ways: the register and the person's wishes, in one statement for
 * all who are asked for together. */
import { maskPhone, type CareSteering } from '@anpei/domain/customers'
import { isNoticeChannel, type NoticeChannel, type Reachable, type ReachStep } from '@anpei/domain/notifications'
import { sql } from 'kysely'
import { openSecrets, steeringOf } from '../customers/index.ts'
import { together, type Tx } from '../http/index.ts'
import { openAddresses } from './preference-secret.ts'

export type PersonToTell = {
  readonly name: string
  readonly phone: string | null
  readonly died: boolean
  readonly preferred: readonly NoticeChannel[]
  readonly refused: readonly NoticeChannel[]
  readonly householdId: string | null
  readonly wechatOpenId: string | null
  readonly email: string | null
  readonly care: CareSteering
}

type Row = {
  id: string
  name: string
  birth_on: string
  died_on: string | null
  care_marks: string[]
  salt: Buffer
  sealed: Buffer
  preferred: string[] | null
  refused: string[] | null
  household_id: string | null
  wish_salt: Buffer | null
  wish_sealed: Buffer | null
}

export const personToTell = together(async (tx: Tx, personIds: readonly string[]): Promise<(PersonToTell | null)[]> => {
  const { rows } = await sql<Row>`
    select p.id, p.name, p.birth_on, p.died_on, care_marks_of(p.tenant_id, p.id) as care_marks, p.salt, p.sealed,
      w.preferred, w.refused, w.household_id, w.salt as wish_salt, w.sealed as wish_sealed
    from person p left join notice_preference w on w.tenant_id = p.tenant_id and w.person_id = p.id
    where p.tenant_id = ${tx.actor.tenantId} and p.id = any(${personIds}::uuid[])`.execute(tx.db)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return personIds.map((id) => {
    const row = byId.get(id)
    return row ? toPerson(tx, row) : null
  })
})

function toPerson(tx: Tx, row: Row): PersonToTell {
  const addresses =
    row.wish_salt && row.wish_sealed
      ? openAddresses(tx.vault, { salt: row.wish_salt, sealed: row.wish_sealed })
      : { wechatOpenId: null, email: null }
  return {
    name: row.name,
    phone: openSecrets(tx, row).phone,
    died: row.died_on !== null,
    preferred: (row.preferred ?? []).filter(isNoticeChannel),
    refused: (row.refused ?? []).filter(isNoticeChannel),
    householdId: row.household_id,
    care: steeringOf(tx.now, { birthOn: row.birth_on, careMarks: row.care_marks }),
    ...addresses,
  }
}

export function reachableBy(person: PersonToTell | null, otherPhone: string | null): Reachable {
  if (!person) return { phones: [otherPhone] }
  const { phone, wechatOpenId, email, preferred, refused, care } = person
  return { phones: [phone, otherPhone], wechatOpenId, email, preferred, refused, care }
}

export function maskedOf({ channel, to }: ReachStep): string {
  if (to === '') return ''
  if (channel === 'email') return to.replace(/^(.)[^@]*/, '$1***')
  return channel === 'wechat' ? `微信 ${to.slice(0, 2)}***${to.slice(-2)}` : maskPhone(to)
}

/**
 * CUS-01: in which roles a person stands, since when, and where that is read from. A query over what is there already:
 * cover, policies, accounts, shares, consents; no list of roles that could disagree with them.
 */
import type { PersonRole, RoleSource } from '@anpei/domain/customers'
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Vault } from '../crypto/index.ts'
import type { Db } from '../db/index.ts'

export type RoleRow = {
  role: PersonRole
  source: RoleSource
  /** Programme, policy number, claim number. */
  detail: string
  from_on: Day
  to_on: Day | null
  /** For whom: the insured person of the account or consent. */
  about_id: string | null
  about_name: string | null
}

/** Policies held by a natural person are known by name and phone together. */
export type Holders = {
  readonly names: readonly string[]
  readonly phones: readonly Buffer[]
  readonly ids: readonly string[]
}

export async function policyHolders(db: Db, tenantId: number, vault: Vault): Promise<Holders> {
  const rows = await db
    .selectFrom('policy')
    .select(['id', 'holder_name', 'holder_phone'])
    .where('tenant_id', '=', tenantId)
    .where('holder_phone', '<>', '')
    .limit(1000)
    .execute()
  return {
    ids: rows.map((row) => row.id),
    names: rows.map((row) => row.holder_name),
    phones: rows.map((row) => vault.lookupHash('phone', row.holder_phone)),
  }
}

const DAY = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date`

export async function rolesOf(
  db: Db,
  tenantId: number,
  personId: string,
  now: Instant,
  holders: Holders,
): Promise<RoleRow[]> {
  const none = sql`null::uuid as about_id, null::text as about_name`
  const about = sql`i.id as about_id, i.name as about_name`
  const found = await sql<RoleRow>`
    with me as (select id, name, phone_hash from person where tenant_id = ${tenantId}
      and (id = ${personId} or merged_into = ${personId}))
    select 'insured' as role, 'cover' as source, g.name as detail, c.from_on,
        coalesce(c.to_on, g.last_on) as to_on, ${none}
      from me join cover_period c on c.tenant_id = ${tenantId} and c.person_id = me.id and c.known_before is null
      join programme g on g.tenant_id = c.tenant_id and g.id = c.programme_id
    union all select 'prospect', 'roster', g.name, m.from_on, m.before_on, ${none}
      from me join member_period m on m.tenant_id = ${tenantId} and m.person_id = me.id and ${hasNoCoverYet('m', now)}
      join programme g on g.tenant_id = m.tenant_id and g.id = m.programme_id
    union all select 'prospect', 'interest', '', ${DAY('q.recorded_at')}, ${DAY('q.joined_at')}, ${none}
      from me join prospect q on q.tenant_id = ${tenantId} and q.person_id = me.id
    union all select 'holder', 'policy', y.policy_no, y.from_on, y.to_on, ${none}
      from me join unnest(${[...holders.ids]}::uuid[], ${[...holders.names]}::text[], ${[...holders.phones]}::bytea[])
        as h (id, name, phone_hash) on h.name = me.name and h.phone_hash = me.phone_hash
      join policy y on y.tenant_id = ${tenantId} and y.id = h.id
    union all select a.relation, 'payee', '', ${DAY('a.made_at')},
        case when a.state = 'retired' then ${DAY('a.checked_at')} end, ${about}
      from me join payee_account a on a.tenant_id = ${tenantId} and a.holder_person_id = me.id and ${isNamed('a')}
      join person i on i.tenant_id = a.tenant_id and i.id = a.person_id
    union all select a.relation, 'claim', k.claim_no, ${DAY('s.made_at')}, null, ${about}
      from me join payee_account a on a.tenant_id = ${tenantId} and a.holder_person_id = me.id and ${isNamed('a')}
      join payment_share s on s.tenant_id = a.tenant_id and s.payee_account_id = a.id
      join claim_line l on l.tenant_id = s.tenant_id and l.id = s.claim_line_id
      join claim k on k.tenant_id = l.tenant_id and k.id = l.claim_id
      join person i on i.tenant_id = k.tenant_id and i.id = k.person_id
    union all select 'proxy', 'proxy', x.act, x.from_on, least(x.to_on, ${DAY('x.revoked_at')}), ${about}
      from me join proxy x on x.tenant_id = ${tenantId} and x.proxy_person_id = me.id
      join person i on i.tenant_id = x.tenant_id and i.id = x.person_id
    order by from_on desc, role limit 100`.execute(db)
  return found.rows
}

/** Registered as resident, and no cover has begun. */
function hasNoCoverYet(member: string, now: Instant): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${member}.${column}`)
  return sql<boolean>`${of('known_before')} is null and ${of('before_on')} is null and ${of('status')} = 'resident'
    and not exists (select from cover_period v where v.tenant_id = ${of('tenant_id')}
      and v.person_id = ${of('person_id')} and v.programme_id = ${of('programme_id')} and v.known_before is null
      and v.from_on <= (${now}::timestamptz at time zone 'Asia/Shanghai')::date)`
}

function isNamed(account: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(`${account}.state`)} <> 'rejected'
    and ${sql.ref(`${account}.relation`)} in ('beneficiary', 'heir', 'guardian')`
}

/** A condition on the table `person`, aliased `p`. */
export function standsAs(role: PersonRole, now: Instant, holders: Holders): RawBuilder<boolean> {
  switch (role) {
    case 'insured':
      return sql<boolean>`exists (select from cover_period c where c.tenant_id = p.tenant_id and c.person_id = p.id
        and c.known_before is null)`
    case 'prospect':
      return sql<boolean>`exists (select from member_period m where m.tenant_id = p.tenant_id and m.person_id = p.id
        and ${hasNoCoverYet('m', now)})`
    case 'holder':
      return sql<boolean>`(p.name, p.phone_hash) in (select * from unnest(${[...holders.names]}::text[],
        ${[...holders.phones]}::bytea[]))`
    case 'proxy':
      return sql<boolean>`exists (select from proxy x where x.tenant_id = p.tenant_id and x.proxy_person_id = p.id
        and x.revoked_at is null and (${now}::timestamptz at time zone 'Asia/Shanghai')::date <= x.to_on)`
    case 'beneficiary':
    case 'heir':
    case 'guardian':
      return sql<boolean>`exists (select from payee_account a where a.tenant_id = p.tenant_id
        and a.holder_person_id = p.id and a.relation = ${role} and a.state in ('waiting', 'confirmed'))`
  }
}

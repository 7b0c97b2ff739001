/**
 * The agreements of the demo and of the tests (CUS-09): whom the made-up house gives data to. From config/demo; a
 * second run changes nothing.
 */
import { readFileSync } from 'node:fs'
import { sharingLifecycle, type PartnerKind, type SharingState } from '@anpei/domain/customers'
import { transition, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { newId } from '../../kernel/index.ts'

type Agreement = {
  tenant: number
  partner: string
  kind: PartnerKind
  purpose: string
  scope: string
  madeBy: string
  checkedBy: string | null
}

export async function seedSharing(db: Db, tenantId: number, now: Instant): Promise<void> {
  const url = new URL('../../../../../config/demo/sharing.json', import.meta.url)
  const agreements: Agreement[] = JSON.parse(readFileSync(url, 'utf8'))
  const confirmed = transition(sharingLifecycle, 'confirm', sharingLifecycle.initial)
  if (!confirmed.ok) throw new Error(confirmed.code)
  for (const one of agreements.filter(({ tenant }) => tenant === tenantId)) {
    await insertAgreement(db, tenantId, now, one, confirmed.value)
  }
}

async function insertAgreement(
  db: Db,
  tenantId: number,
  now: Instant,
  one: Agreement,
  step: Transition<SharingState>,
): Promise<void> {
  await sql`insert into sharing_entry (tenant_id, id, partner, kind, purpose, scope, agreement_document_id, from_on,
      to_on, state, made_by, made_at, checked_by, checked_at, comment)
    select ${tenantId}, ${newId()}, ${one.partner}, ${one.kind}, ${one.purpose}, ${one.scope}, ${newId()},
      '2020-01-01', '2039-12-31', ${step.to}, m.id, ${now}::timestamptz, c.id,
      case when c.id is not null then ${now}::timestamptz end, '演示数据：纸质协议存档案柜'
    from staff_user m left join staff_user c on c.tenant_id = m.tenant_id and c.login = ${one.checkedBy}
    where m.tenant_id = ${tenantId} and m.login = ${one.madeBy} and not exists (select from sharing_entry s
      where s.tenant_id = ${tenantId} and s.partner = ${one.partner} and s.kind = ${one.kind})`.execute(db)
}

/** Published versions of forms, filled forms, and what became of their proposals (CUS-03). */
import type { FormDefinition, FormName, NextStep } from '@anpei/domain/customers'
import type { Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'

export async function formVersions(db: Db, tenantId: number, form: FormName): Promise<unknown[]> {
  const rows = await db
    .selectFrom('form_version')
    .select('definition')
    .where('tenant_id', '=', tenantId)
    .where('form', '=', form)
    .orderBy('version', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => row.definition)
}

/** False where this version is there already. */
export async function insertFormVersion(
  db: Db,
  tenantId: number,
  definition: FormDefinition,
  said: { readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const done = await sql`insert into form_version (tenant_id, form, version, definition, made_by, published_at)
    values (${tenantId}, ${definition.form}, ${definition.version}, ${JSON.stringify(definition)}::jsonb, ${said.by},
      ${said.at}) on conflict do nothing`.execute(db)
  return done.numAffectedRows === 1n
}

export type FilledRow = {
  id: string
  form: FormName
  version: number
  person_id: string
  subject_kind: string | null
  subject_id: string | null
  salt: Buffer
  sealed: Buffer
  filled_by_name: string
  filled_at: Instant
  steps: {
    step: NextStep
    why: string
    decision: 'accepted' | 'declined' | null
    reason: string | null
    decidedBy: string | null
  }[]
}

async function select(db: Db, where: RawBuilder<unknown>): Promise<FilledRow[]> {
  const { rows } = await sql<FilledRow>`
    select f.id, f.form, f.version, f.person_id, f.subject_kind, f.subject_id, f.salt, f.sealed,
      u.name as filled_by_name, f.filled_at,
      (select coalesce(json_agg(json_build_object('step', s.step, 'why', s.why, 'decision', s.decision,
          'reason', s.reason, 'decidedBy', d.name) order by s.step), '[]')
        from filled_form_step s left join staff_user d on d.tenant_id = s.tenant_id and d.id = s.decided_by
        where s.tenant_id = f.tenant_id and s.form_id = f.id) as steps
    from filled_form f join staff_user u on u.tenant_id = f.tenant_id and u.id = f.filled_by where ${where}`.execute(db)
  return rows
}

export async function filledFormsOf(
  db: Db,
  tenantId: number,
  personId: string,
  subjectId: string | null,
): Promise<FilledRow[]> {
  const about = subjectId === null ? sql`true` : sql`f.subject_id = ${subjectId}::uuid`
  return select(
    db,
    sql`f.tenant_id = ${tenantId} and ${about} and f.person_id in (select id from person
      where tenant_id = ${tenantId} and (id = ${personId} or merged_into = ${personId})) order by f.id desc limit 50`,
  )
}

export async function lockFilledForm(db: Db, tenantId: number, id: string): Promise<FilledRow | undefined> {
  return (await select(db, sql`f.tenant_id = ${tenantId} and f.id = ${id} for update of f`))[0]
}

export async function insertFilledForm(
  db: Db,
  tenantId: number,
  row: {
    readonly id: string
    readonly form: FormName
    readonly version: number
    readonly personId: string
    readonly subject: { readonly kind: string; readonly id: string } | null
    readonly salt: Buffer
    readonly sealed: Buffer
    readonly by: string
    readonly at: Instant
    readonly steps: readonly { readonly step: NextStep; readonly why: string }[]
  },
): Promise<void> {
  await db
    .insertInto('filled_form')
    .values({
      tenant_id: tenantId,
      id: row.id,
      form: row.form,
      version: row.version,
      person_id: row.personId,
      subject_kind: row.subject?.kind ?? null,
      subject_id: row.subject?.id ?? null,
      salt: row.salt,
      sealed: row.sealed,
      filled_by: row.by,
      filled_at: row.at,
    })
    .execute()
  if (row.steps.length === 0) return
  await db
    .insertInto('filled_form_step')
    .values(row.steps.map(({ step, why }) => ({ tenant_id: tenantId, form_id: row.id, step, why })))
    .execute()
}

export async function saveStepDecision(
  db: Db,
  tenantId: number,
  at: { readonly filledId: string; readonly step: NextStep },
  said: { readonly decision: string; readonly reason: string | null; readonly by: string; readonly at: Instant },
): Promise<void> {
  await db
    .updateTable('filled_form_step')
    .set({ decision: said.decision, reason: said.reason, decided_by: said.by, decided_at: said.at })
    .where('tenant_id', '=', tenantId)
    .where('form_id', '=', at.filledId)
    .where('step', '=', at.step)
    .execute()
}

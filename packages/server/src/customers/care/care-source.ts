/** CUS-07: what care marks, household, advisers' contacts and forms hold of a person, for a copy. */
import { CARE_MARKS, CARE_SOURCES, CONTACT_WAYS, HOUSEHOLD_RELATIONS, turnedRelation } from '@anpei/domain/customers'
import type { ContactWay } from '@anpei/domain/customers'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import type { DataSection } from '../personal-data.ts'
import { marksOfPerson } from './store-care.ts'
import { filledFormsOf } from '../forms/store-forms.ts'
import { tiesOfPerson } from '../household/store-household.ts'
import { filledView } from '../forms/views-forms.ts'

export async function careSections(tx: Tx, personId: string): Promise<readonly DataSection[]> {
  return Promise.all([marks(tx, personId), household(tx, personId), contacts(tx, personId), forms(tx, personId)])
}

async function marks(tx: Tx, personId: string): Promise<DataSection> {
  const rows = await marksOfPerson(tx.db, tx.actor.tenantId, personId)
  return {
    title: '关怀标记',
    head: ['标记', '来源', '说明', '自', '至', '登记时间'],
    rows: rows.map((row) => [
      CARE_MARKS[row.mark],
      CARE_SOURCES[row.source],
      noteOf(tx, row),
      row.from_on,
      row.ended_on ?? row.until_on,
      row.recorded_at,
    ]),
  }
}

async function household(tx: Tx, personId: string): Promise<DataSection> {
  const rows = await tiesOfPerson(tx.db, tx.actor.tenantId, personId)
  return {
    title: '家庭成员',
    head: ['姓名', '关系', '自', '至'],
    rows: rows.map((row) => [
      row.other_name,
      HOUSEHOLD_RELATIONS[row.turned ? turnedRelation(row.relation) : row.relation],
      row.from_on,
      row.to_on,
    ]),
  }
}

async function contacts(tx: Tx, personId: string): Promise<DataSection> {
  const { tenantId } = tx.actor
  const { rows } = await sql<{ way: ContactWay; reached: boolean; salt: Buffer; sealed: Buffer; made_at: string }>`
    select t.way, t.reached, t.salt, t.sealed, t.made_at from care_charge c
    join care_contact t on t.tenant_id = c.tenant_id and t.charge_id = c.id
    where c.tenant_id = ${tenantId} and c.person_id = ${personId} order by t.made_at, t.id limit 1000`.execute(tx.db)
  return {
    title: '顾问联系',
    head: ['时间', '方式', '联系上', '内容'],
    rows: rows.map((row) => [row.made_at, CONTACT_WAYS[row.way], row.reached ? '是' : '否', noteOf(tx, row)]),
  }
}

async function forms(tx: Tx, personId: string): Promise<DataSection> {
  const rows = await filledFormsOf(tx.db, tx.actor.tenantId, personId, null)
  const filled = await Promise.all(rows.map((row) => filledView(tx, row)))
  return {
    title: '采集与评估',
    head: ['表单', '填写时间', '问题', '回答'],
    rows: filled.flatMap((one) => one.answers.map(({ label, answer }) => [one.title, one.filledAt, label, answer])),
  }
}

function noteOf(tx: Tx, row: { readonly salt: Buffer; readonly sealed: Buffer }): string {
  const secret: { note: string } = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  return secret.note
}

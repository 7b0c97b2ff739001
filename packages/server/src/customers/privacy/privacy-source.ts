/** CUS-07: what the register of customers and the papers hold of a person. */
import {
  CONSENT_WAYS,
  dataRequestLifecycle,
  PAPER_SOURCES,
  PAYEE_RELATIONS,
  PROOF_KINDS,
  PROXY_ACTS,
  REQUEST_KINDS,
} from '@anpei/domain/customers'
import { sql } from 'kysely'
import { seenUnderSeal } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import { careSections } from '../care/care-source.ts'
import { openAccount } from '../payees/payee-secret.ts'
import { linesOf, stateWords, type DataSection, type PersonalDataSource } from '../personal-data.ts'
import { openSecrets } from '../person-reads.ts'
import { purposes } from './privacy-lists.ts'
import { consentsOf } from './store-consents.ts'
import { loadPersons } from '../store-persons.ts'
import { proxiesOfPerson } from '../proxies/store-proxies.ts'

export const customerSource: PersonalDataSource = {
  row: 'customers',
  tables: [
    'payee_account',
    'proxy',
    'consent',
    'care_mark',
    'household_tie',
    'care_charge',
    'filled_form',
    'data_request',
    'prospect',
    'export_person',
  ],
  async gather(tx, personId) {
    const own = [particulars, accounts, proxies, consents, dataRequests, prospects, shared].map((section) =>
      section(tx, personId),
    )
    const [known, care] = await Promise.all([Promise.all(own), careSections(tx, personId)])
    return [...known, ...care]
  },
}

/**
 * Papers: what there is, not the pictures; those are handed out one by one on request. Recordings of calls are told
 * with the calls, which know of which matter they are.
 */
export const documentSource: PersonalDataSource = {
  row: 'documents',
  tables: ['document', 'stored_file'],
  async gather(tx, personId) {
    const { rows } = await sql<{ title: string; channel: string; received_at: string; files: number }>`
      select title, channel, received_at, cardinality(file_ids) as files from document
      where tenant_id = ${tx.actor.tenantId} and person_id = ${personId} and subject_kind <> 'call'
        and ${seenUnderSeal(tx.actor, tx.now, sql`document.subject_kind`, sql`document.subject_id`)}
      order by id limit 1000`.execute(tx.db)
    return [
      {
        title: '资料',
        head: ['资料', '来源', '收到时间', '页数'],
        rows: rows.map((row) => [row.title, PAPER_SOURCES[row.channel] ?? '其他', row.received_at, row.files]),
      },
    ]
  },
}

async function particulars(tx: Tx, personId: string): Promise<DataSection> {
  const [person] = await loadPersons(tx.db, tx.actor.tenantId, [personId])
  const secrets = person && openSecrets(tx, person)
  return {
    title: '基本资料',
    head: ['姓名', '性别', '出生日期', '身份证号', '电话', '住址', '户籍', '死亡日期', '登记时间'],
    rows:
      person && secrets
        ? [
            [
              person.name,
              person.sex === 'male' ? '男' : '女',
              person.birth_on,
              secrets.idNumber,
              secrets.phone ?? '',
              secrets.address ?? '',
              `${person.town_name ?? ''}${person.village_name ?? ''}`,
              person.died_on ?? '',
              person.created_at,
            ],
          ]
        : [],
  }
}

async function accounts(tx: Tx, personId: string): Promise<DataSection> {
  const { rows } = await sql<{
    holder_name: string
    relation: keyof typeof PAYEE_RELATIONS
    bank: string | null
    sealed: Buffer
    salt: Buffer
    made_at: string
  }>`select a.holder_name, a.relation, a.bank, a.sealed, p.salt, a.made_at from payee_account a
    join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = ${tx.actor.tenantId} and a.person_id = ${personId} order by a.id limit 200`.execute(tx.db)
  return {
    title: '收款账户',
    head: ['户名', '关系', '银行', '账号', '登记时间'],
    rows: rows.map((row) => [
      row.holder_name,
      PAYEE_RELATIONS[row.relation],
      row.bank ?? '',
      openAccount(tx.vault, row.salt, row.sealed),
      row.made_at,
    ]),
  }
}

async function proxies(tx: Tx, personId: string): Promise<DataSection> {
  const rows = await proxiesOfPerson(tx.db, tx.actor.tenantId, personId)
  return {
    title: '委托授权',
    head: ['受托人', '关系', '事项', '方式', '自', '至', '撤销时间'],
    rows: rows.map((row) => [
      row.proxy_name,
      row.relation,
      PROXY_ACTS[row.act],
      PROOF_KINDS[row.proof_kind],
      row.from_on,
      row.to_on,
      row.revoked_at,
    ]),
  }
}

async function consents(tx: Tx, personId: string): Promise<DataSection> {
  const rows = await consentsOf(tx.db, tx.actor.tenantId, personId)
  const titles = new Map(purposes().map((one) => [one.id, one.title]))
  return {
    title: '同意',
    head: ['用途', '方式', '自', '至', '登记时间', '撤回时间'],
    rows: rows.map((row) => [
      titles.get(row.purpose) ?? row.purpose,
      row.given_how === null ? '不同意' : CONSENT_WAYS[row.given_how],
      row.from_on,
      row.to_on,
      row.recorded_at,
      row.withdrawn_at,
    ]),
  }
}

function dataRequests(tx: Tx, personId: string): Promise<DataSection> {
  return linesOf<{ asks: string; answer: string }>(
    tx,
    {
      title: '个人信息请求',
      head: ['编号', '事项', '状态', '收到时间', '答复时间', '请求', '答复'],
      words: { 1: REQUEST_KINDS, 2: stateWords(dataRequestLifecycle) },
      told: ({ asks, answer }) => [asks, answer],
    },
    sql`select json_build_array(request_no, kind, state, received_at, answered_at) as line, salt, sealed
      from data_request where tenant_id = ${tx.actor.tenantId} and person_id = ${personId} order by id`,
  )
}

function prospects(tx: Tx, personId: string): Promise<DataSection> {
  return linesOf(
    tx,
    { title: '投保前的登记', head: ['姓名', '登记时间', '并入时间'] },
    sql`select json_build_array(name, recorded_at, joined_at) as line from prospect
      where tenant_id = ${tx.actor.tenantId} and person_id = ${personId} order by id`,
  )
}

async function shared(tx: Tx, personId: string): Promise<DataSection> {
  return linesOf(
    tx,
    { title: '对外提供', head: ['给谁', '提供的资料', '理由', '时间'] },
    sql`select json_build_array(s.partner, s.scope, e.reason, e.made_at) as line from export_person x
      join export_record e on e.tenant_id = x.tenant_id and e.id = x.export_id
      join sharing_entry s on s.tenant_id = e.tenant_id and s.id = e.partner_id
      where x.tenant_id = ${tx.actor.tenantId} and x.person_id = ${personId} order by e.made_at`,
  )
}

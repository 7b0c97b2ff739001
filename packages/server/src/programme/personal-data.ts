/**
 * CUS-07, CUS-10: cover of a person, the list of the insured, applications and what was introduced; cover binds the
 * identity until ten years after its end, an application as an enquiry does.
 */
import {
  CONSENT_ROUTES,
  DECLINE_REASONS,
  differenceLifecycle,
  ENROLMENT_CHANNELS,
  enrolmentLifecycle,
  introductionLifecycle,
  MEMBER_STATUSES,
  outreachLifecycle,
} from '@anpei/domain/programme'
import { formatYuan } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { linesOf, stateWords, type PersonalDataSource } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { rosterRejects } from './roster/retained-rows.ts'
import type { EnrolmentSecret } from './enrolments/store-enrolments.ts'

export const coverSource: PersonalDataSource = {
  row: 'programme',
  tables: [
    'cover_period',
    'member_period',
    'cover_consent',
    'enrolment',
    'introduction',
    'outreach',
    'roster_difference',
    'usage_balance',
    'usage_accident',
    'usage_day',
  ],
  gather: async (tx, personId) =>
    Promise.all(
      [cover, listed, consents, enrolments, introductions, outreach, differences, used].map((section) =>
        section(tx, personId),
      ),
    ),
  things: [rosterRejects],
  uses: (
    tenantId,
    personId,
  ) => sql`select 'identity' as class, coalesce(c.to_on, g.last_on, 'infinity'::date) as ended_on
    from cover_period c join programme g on g.tenant_id = c.tenant_id and g.id = c.programme_id
    where c.tenant_id = ${tenantId} and c.person_id = ${personId} and c.known_before is null
    union all select 'enquiries', coalesce((e.ended_at at time zone 'Asia/Shanghai')::date, 'infinity'::date)
    from enrolment e where e.tenant_id = ${tenantId} and e.person_id = ${personId}`,
}

/** Lines of the person in one table of this row, beside the programme they belong to. */
function of(tx: Tx, personId: string) {
  return sql`join programme g on g.tenant_id = t.tenant_id and g.id = t.programme_id
    where t.tenant_id = ${tx.actor.tenantId} and t.person_id = ${personId}`
}

function cover(tx: Tx, personId: string) {
  return linesOf(
    tx,
    { title: '保障', head: ['方案', '自', '至'] },
    sql`select json_build_array(g.name, t.from_on, coalesce(coalesce(t.to_on, g.last_on)::text, '今')) as line
      from cover_period t ${of(tx, personId)} and t.known_before is null order by t.from_on`,
  )
}

function listed(tx: Tx, personId: string) {
  return linesOf(
    tx,
    { title: '花名册', head: ['方案', '户籍状态', '自', '至', '得知时间'], words: { 1: MEMBER_STATUSES } },
    sql`select json_build_array(g.name, t.status, t.from_on, t.before_on, t.known_from) as line from member_period t
      ${of(tx, personId)} and t.known_before is null order by t.from_on`,
  )
}

function consents(tx: Tx, personId: string) {
  return linesOf<{ givenBy: string }>(
    tx,
    {
      title: '参保同意',
      head: ['方案', '回答', '方式', '日期', '由谁'],
      words: { 1: { given: '同意', withheld: '不同意' }, 2: CONSENT_ROUTES },
      told: ({ givenBy }) => [givenBy],
    },
    sql`select json_build_array(g.name, t.answer, t.route, t.given_on) as line, t.salt, t.sealed from cover_consent t
      ${of(tx, personId)} order by t.recorded_at`,
  )
}

function enrolments(tx: Tx, personId: string) {
  return linesOf<EnrolmentSecret>(
    tx,
    {
      title: '参保申请',
      head: ['编号', '方案', '方式', '状态', '收到时间', '不予参保的原因', '保障自', '申报的姓名', '身份证号', '电话'],
      words: { 2: ENROLMENT_CHANNELS, 3: stateWords(enrolmentLifecycle), 5: DECLINE_REASONS },
      told: ({ name, idNumber, phone }) => [name, idNumber, phone],
    },
    sql`select json_build_array(t.enrolment_no, g.name, t.channel, t.state, t.received_at, t.decline_reason,
        t.cover_from) as line, t.salt, t.sealed from enrolment t ${of(tx, personId)} order by t.received_at`,
  )
}

function introductions(tx: Tx, personId: string) {
  return linesOf(
    tx,
    {
      title: '产品介绍',
      head: ['编号', '状态', '开始时间', '说明时间', '确认时间'],
      words: { 1: stateWords(introductionLifecycle) },
    },
    sql`select json_build_array(introduction_no, state, opened_at, explained_at, confirmed_at) as line
      from introduction where tenant_id = ${tx.actor.tenantId} and person_id = ${personId} order by opened_at`,
  )
}

function outreach(tx: Tx, personId: string) {
  return linesOf(
    tx,
    {
      title: '主动联系',
      head: ['方案', '缘由', '状态', '开始时间', '结束时间', '记录'],
      words: { 2: stateWords(outreachLifecycle) },
    },
    sql`select json_build_array(g.name, t.occasion, t.state, t.opened_at, t.ended_at, t.note) as line from outreach t
      ${of(tx, personId)} order by t.opened_at`,
  )
}

function differences(tx: Tx, personId: string) {
  return linesOf(
    tx,
    { title: '名单差异', head: ['差异', '状态', '发现于'], words: { 1: stateWords(differenceLifecycle) } },
    sql`select json_build_array(d.kind, d.state, i.file_name) as line from roster_difference d
      join roster_import i on i.tenant_id = d.tenant_id and i.id = d.import_id
      where d.tenant_id = ${tx.actor.tenantId} and d.person_id = ${personId} order by d.id`,
  )
}

/** What was paid under each benefit counts towards the limits. */
async function used(tx: Tx, personId: string) {
  const section = await linesOf(
    tx,
    { title: '已用保障额度', head: ['方案', '事故日或保单年度', '责任', '金额'] },
    sql`select json_build_array(g.name, t.accident_on, t.benefit, t.paid_fen::text) as line from usage_accident t
      ${of(tx, personId)} union all
      select json_build_array(g.name, t.policy_year_on, '住院津贴 ' || t.allowance_days || ' 天', t.allowance_fen::text)
      from usage_balance t ${of(tx, personId)}`,
  )
  return {
    ...section,
    rows: section.rows.map(([name = null, on = null, what = null, fen]) => [
      name,
      on,
      what,
      formatYuan(BigInt(fen ?? 0)),
    ]),
  }
}

/**
 * CMP-13 as SQL: complaints and the history brought in from before, counted by month of receipt, series, institution,
 * product, and one dimension at a time. What each figure counts is said once, for the counts and for the cases behind
 * them.
 */
import { REGULATOR_CHANNEL, REPEATED_STATE, type Figure, type FigureDimension } from '@anpei/domain/complaints'
import { NOBODY_ID, type Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { outcomeSql } from '../../sla/index.ts'

/**
 * Raise it whenever what is counted here or in duration-sql.ts changes its meaning: the next night then counts every
 * month anew, which otherwise would keep what the old rules said of it.
 */
export const COUNTING_RULES = 1

/** Stand for "no institution" and for all together in the keys of complaint_month. */
export const NONE_ID = NOBODY_ID
export const ALL = { institutionId: 'ffffffff-ffff-ffff-ffff-ffffffffffff', product: '*' } as const
/** 令2020-3 art. 18; of the history nobody knows which were complicated. */
const LEGAL_DAYS = 15
/** The clocks of law until a complaint is answered, and the one a dissatisfied customer starts. */
const LEGAL_CLOCKS = ['L06', 'L11']
const DISSATISFIED_CLOCK = 'T43'

const monthSql = (at: RawBuilder<unknown>) => sql`to_char(${at} at time zone 'Asia/Shanghai', 'YYYY-MM')`
const dayOf = (at: RawBuilder<unknown>) => sql`(${at} at time zone 'Asia/Shanghai')::date`
const ofRegulator = sql`c.channel = ${sql.lit(REGULATOR_CHANNEL)}`
const merged = sql`c.state = ${sql.lit(REPEATED_STATE)}`
/** The series of a complaint `c` lived here, and whether it counts as received in it: the same in every figure. */
export const LIVED_SERIES = sql<'own' | 'regulator'>`case when ${ofRegulator} then 'regulator' else 'own' end`
export const RECEIVED = sql<boolean>`(not ${merged} or ${ofRegulator})`
const daysOfLived = sql`case when c.state in ('told', 'closed')
  then ${dayOf(sql`c.told_at`)} - ${dayOf(sql`c.received_at`)} end`

/** A complaint `c` in the figure; `overdue` and `unsatisfied` are true where its clocks say so. */
function livedFigures(
  overdue: RawBuilder<unknown>,
  unsatisfied: RawBuilder<unknown>,
): Readonly<Record<Figure, RawBuilder<unknown>>> {
  const only = (what: RawBuilder<unknown>) => sql`(${RECEIVED} and ${what})`
  return {
    received: RECEIVED,
    open: only(sql`c.ended_at is null`),
    repeated: sql`not ${RECEIVED}`,
    withdrawn: only(sql`c.state = 'withdrawn'`),
    redirected: only(sql`c.state = 'redirected'`),
    upheld: only(sql`coalesce(c.outcome in ('upheld', 'partly_upheld'), false)`),
    reopened: only(sql`c.round > 1`),
    overdue: only(overdue),
    unsatisfied: only(unsatisfied),
  }
}

/** A complaint `h` of the history in the figure: what its source does not say counts in none. */
const HISTORY_FIGURES: Readonly<Record<Figure, RawBuilder<unknown>>> = {
  received: sql`true`,
  open: sql`false`,
  repeated: sql`false`,
  withdrawn: sql`false`,
  redirected: sql`false`,
  upheld: sql`coalesce(h.outcome in ('upheld', 'partly_upheld'), false)`,
  reopened: sql`false`,
  overdue: sql`coalesce(h.days > ${LEGAL_DAYS}, false)`,
  unsatisfied: sql`false`,
}

const FIGURE_NAMES = [
  'received',
  'open',
  'repeated',
  'withdrawn',
  'redirected',
  'upheld',
  'reopened',
  'overdue',
  'unsatisfied',
] as const satisfies readonly Figure[]

/** The columns of figures; every count of them is made of these. */
export const SUMS = sql.join(FIGURE_NAMES.map((name) => sql`sum(${sql.ref(name)})::int as ${sql.ref(name)}`))
/** The only clock its days can be held against: fifteen days from receipt. */
const historyEnd = sql`case when h.days > ${LEGAL_DAYS} then 'L06 broken' else 'L06 kept' end`
const asInts = (figures: Readonly<Record<Figure, RawBuilder<unknown>>>) =>
  sql.join(FIGURE_NAMES.map((name) => sql`(${figures[name]})::int as ${sql.ref(name)}`))

type Counting = {
  readonly tenantId: number
  readonly now: Instant
  /** Over complaints `c`, each in one part only and each part by its own index, and history `h`. */
  readonly lived: readonly RawBuilder<unknown>[]
  readonly history: RawBuilder<unknown>
}

/** What came of its clocks, as `L06 broken`. */
const allEnds = (clockIds: readonly string[], ends: readonly string[]) =>
  clockIds.flatMap((id) => ends.map((end) => `${id} ${end}`))
const BROKEN = allEnds(LEGAL_CLOCKS, ['broken'])
const DISSATISFIED = allEnds([DISSATISFIED_CLOCK], ['kept', 'keptByAgreement', 'broken', 'running', 'cancelled'])

const DIMENSIONS_SQL = sql`(
  values ('all', ''), ('label', label), ('causeGroup', cause_group), ('cause', cause), ('step', step),
    ('channel', channel), ('outcome', outcome), ('person', person), ('institution', institution_id::text),
    ('product', product), ('days', case when received = 1 then days::text end)
  union all select 'clock', ended from unnest(ends) ended where received = 1 and ended not like '% cancelled'
) d (dimension, value)`

/** By month, series, dimension and value. */
export function countsSql(counting: Counting): RawBuilder<unknown> {
  return sql`with facts as materialized (${factsSql(counting)})
    select month, series, d.dimension, d.value, ${SUMS} from facts cross join lateral ${DIMENSIONS_SQL}
    where d.value is not null group by month, series, d.dimension, d.value`
}

/** Rows as complaint_month has them, without the tenant: for each institution and product, and for all of them. */
export function rollupSql(counting: Counting): RawBuilder<unknown> {
  return sql`with facts as materialized (${factsSql(counting)}), each as materialized (
      select month, series, institution_id, product, concerning, d.dimension, d.value, ${SUMS}
      from facts cross join lateral ${DIMENSIONS_SQL} where d.value is not null
      group by month, series, institution_id, product, concerning, d.dimension, d.value)
    select month, series, coalesce(institution_id, ${ALL.institutionId}::uuid) as institution_id,
      coalesce(product, ${ALL.product}) as product, concerning, dimension, value, ${SUMS} from each
    group by month, series, concerning, dimension, value,
      grouping sets ((), (institution_id), (product), (institution_id, product))`
}

/** Clocks are read once for each complaint, by its key. */
function factsSql({ tenantId, now, lived, history }: Counting): RawBuilder<unknown> {
  const figures = livedFigures(
    sql`coalesce(k.ends && ${BROKEN}::text[], false)`,
    sql`coalesce(k.ends && ${DISSATISFIED}::text[], false)`,
  )
  const parts = lived.map(
    (part) => sql`
      select ${monthSql(sql`c.received_at`)} as month, ${LIVED_SERIES} as series,
        coalesce(c.institution_id, ${NONE_ID}::uuid) as institution_id, coalesce(c.business_line, '') as product,
        c.concerned_ids <> '{}' as concerning, c.label, coalesce(c.cause_group, '') as cause_group,
        coalesce(c.cause, '') as cause, coalesce(c.claim_step, '') as step, c.channel,
        coalesce(c.outcome, '') as outcome, c.responsible_id::text as person, ${daysOfLived} as days, k.ends,
        ${asInts(figures)}
      from complaint c left join lateral (select array_agg(k.clock_id || ' ' || ${outcomeSql(now)}) as ends
        from clock k where k.tenant_id = c.tenant_id and k.subject_id = c.id and k.subject_kind = 'complaint') k on true
      where c.tenant_id = ${tenantId} and ${part}`,
  )
  return sql`${sql.join(parts, sql` union all `)}
      union all
      select ${monthSql(sql`h.received_at`)}, 'imported', h.institution_id, h.product, false, '',
        coalesce(h.cause_group, ''), coalesce(h.causes[1], ''), '', h.channel_word, coalesce(h.outcome, ''), null,
        h.days, case when h.days is not null then array[${historyEnd}] end, ${asInts(HISTORY_FIGURES)}
      from complaint_history h where h.tenant_id = ${tenantId} and ${history}`
}

const clockIs = (id: RawBuilder<unknown>, outcome: RawBuilder<unknown>) =>
  sql`exists (select from clock k where k.tenant_id = c.tenant_id and k.subject_id = c.id
    and k.subject_kind = 'complaint' and ${id} and ${outcome})`

/** Whether a complaint `c` stands behind a figure. */
export function livedIn(now: Instant, figure: Figure): RawBuilder<unknown> {
  return livedFigures(
    clockIs(sql`k.clock_id = any(${LEGAL_CLOCKS})`, sql`(${outcomeSql(now)}) = 'broken'`),
    clockIs(sql`k.clock_id = ${DISSATISFIED_CLOCK}`, sql`true`),
  )[figure]
}

export function livedByClock(now: Instant, clockId: string, outcome: string): RawBuilder<unknown> {
  return clockIs(sql`k.clock_id = ${clockId}`, sql`(${outcomeSql(now)}) = ${outcome}`)
}

export function historyIn(figure: Figure): RawBuilder<unknown> {
  return HISTORY_FIGURES[figure]
}

export function historyByClock(outcome: string): RawBuilder<unknown> {
  return sql`h.days is not null and ${historyEnd} = ${`L06 ${outcome}`}`
}

/** The national code a cause is reported under, as it stands now; '' for none. */
function codeOf(tenantId: RawBuilder<unknown>, cause: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((select g.national_code from complaint_category g where g.tenant_id = ${tenantId}
    and g.cause = ${cause}), '')`
}

/** Which column a dimension is read from: of complaints `c` and of history `h`. */
export const DIMENSION_COLUMNS: Readonly<
  Record<FigureDimension, { readonly lived: RawBuilder<unknown>; readonly history: RawBuilder<unknown> }>
> = {
  causeGroup: { lived: sql`coalesce(c.cause_group, '')`, history: sql`coalesce(h.cause_group, '')` },
  cause: { lived: sql`coalesce(c.cause, '')`, history: sql`coalesce(h.causes[1], '')` },
  code: { lived: codeOf(sql`c.tenant_id`, sql`c.cause`), history: codeOf(sql`h.tenant_id`, sql`h.causes[1]`) },
  step: { lived: sql`coalesce(c.claim_step, '')`, history: sql`''` },
  institution: {
    lived: sql`coalesce(c.institution_id, ${NONE_ID}::uuid)::text`,
    history: sql`h.institution_id::text`,
  },
  product: { lived: sql`coalesce(c.business_line, '')`, history: sql`h.product` },
  channel: { lived: sql`c.channel`, history: sql`h.channel_word` },
  label: { lived: sql`c.label`, history: sql`''` },
  outcome: { lived: sql`coalesce(c.outcome, '')`, history: sql`coalesce(h.outcome, '')` },
  month: { lived: monthSql(sql`c.received_at`), history: monthSql(sql`h.received_at`) },
}

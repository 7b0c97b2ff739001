/** CMP-14: scores of institutions for all who analyse complaints; scores of people only for those above them. */
import type { ComplaintScores, getComplaintScores as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { FIGURES, PERSON_WEIGHTS, scoreOf, UNIT_WEIGHTS } from '@anpei/domain/complaints'
import { ok, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { scoringWeights } from './scoring-weights.ts'
import { NONE_ID } from './count-sql.ts'
import { sumForScores, type ScoreRow } from './sum-figures.ts'

type Scored = ComplaintScores['units'][number]
type Named = { id: string; name: string }

const WORDS = { ...FIGURES, regulator: '监管转办' } as const

export async function getComplaintScores(tx: Tx, { query }: Input<typeof route>): Promise<Decision<ComplaintScores>> {
  const { unit, person } = scoringWeights()
  const [sums, institutions, led] = await Promise.all([
    sumForScores(tx, query),
    sql<Named>`select id, name from institution where tenant_id = ${tx.actor.tenantId} order by code`.execute(tx.db),
    ledBy(tx),
  ])
  return ok({
    from: query.from,
    to: query.to,
    unitWeights: UNIT_WEIGHTS.map((name) => ({ name: WORDS[name], points: unit[name] })),
    personWeights: PERSON_WEIGHTS.map((name) => ({ name: WORDS[name], points: person[name] })),
    units: scored(
      institutions.rows.filter(({ id }) => id !== NONE_ID),
      sums.units,
      unit,
    ),
    people: scored(led, sums.people, person),
  })
}

/** Everybody below the reader, down to the last step. */
async function ledBy(tx: Tx): Promise<readonly Named[]> {
  const { tenantId, id } = tx.actor
  const { rows } = await sql<Named>`with recursive below (id) as (
      select id from staff_user where tenant_id = ${tenantId} and supervisor_id = ${id}
      union
      select u.id from staff_user u join below on u.supervisor_id = below.id where u.tenant_id = ${tenantId})
    select u.id, u.name from staff_user u join below on below.id = u.id
    where u.tenant_id = ${tenantId} and u.id <> ${id} order by u.name, u.id`.execute(tx.db)
  return rows
}

function scored(named: readonly Named[], rows: readonly ScoreRow[], weights: Parameters<typeof scoreOf>[1]): Scored[] {
  const found = named.flatMap(({ id, name }) => {
    const own = rows.filter((row) => row.id === id)
    const sum = (figure: 'received' | 'overdue' | 'reopened' | 'upheld' | 'unsatisfied') =>
      own.reduce((all, row) => all + row[figure], 0)
    const regulator = own.find(({ series }) => series === 'regulator')?.received ?? 0
    const counted = {
      received: sum('received'),
      regulator,
      overdue: sum('overdue'),
      reopened: sum('reopened'),
      upheld: sum('upheld'),
      unsatisfied: sum('unsatisfied'),
    }
    return counted.received === 0 ? [] : [{ id, name, ...counted, score: scoreOf(counted, weights) }]
  })
  return found.toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0))
}

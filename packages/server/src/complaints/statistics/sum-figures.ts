/** Reads the figures of a question in one statement: by dimension and value, and by month. */
import type { Figures } from '@anpei/domain/complaints'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { SUMS } from './count-sql.ts'
import { figureRows, type FigureQuery } from './figure-scope.ts'

export type SumRow = Figures & {
  readonly part: 'value' | 'month'
  readonly dimension: string
  readonly value: string
  /** Of the part `month`. */
  readonly month: string
}

export async function sumFigures(
  tx: Tx,
  query: FigureQuery,
): Promise<{ rows: readonly SumRow[]; countedUntil: string | null }> {
  const { rows: figures, countedUntil } = await figureRows(tx, query)
  const { rows } = await sql<SumRow>`with figures as materialized ${figures}
    select 'value' as part, dimension, value, '' as month, ${SUMS} from figures
      where dimension <> 'person' group by dimension, value
    union all
    select 'month', dimension, case when dimension = 'days' then value else '' end, month, ${SUMS} from figures
      where dimension in ('all', 'days')
      group by dimension, case when dimension = 'days' then value else '' end, month`.execute(tx.db)
  return { rows, countedUntil }
}

/** By series and person or institution, for scores. */
export type ScoreRow = Figures & { readonly id: string; readonly series: string }

export async function sumForScores(
  tx: Tx,
  query: FigureQuery,
): Promise<{ units: readonly ScoreRow[]; people: readonly ScoreRow[] }> {
  const { rows: figures } = await figureRows(tx, query)
  const { rows } = await sql<ScoreRow & { person: boolean }>`with figures as materialized ${figures}
    select dimension = 'person' as person, value as id, series, ${SUMS} from figures
    where dimension in ('institution', 'person') and series <> 'imported' group by dimension, value, series`.execute(
    tx.db,
  )
  return { units: rows.filter(({ person }) => !person), people: rows.filter(({ person }) => person) }
}

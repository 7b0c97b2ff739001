/** CMP-14: drafts and publications for those who publish, publications for everybody. */
import type {
  listPublications as route,
  portalPublication as oneRoute,
  portalPublications as allRoute,
  PublishedFigures,
} from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { publicationLifecycle } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { staffNames } from '../../identity/index.ts'
import type { FrozenFigures, FrozenTable } from './freeze-figures.ts'
import { publicationsWhere, type PublicationRecord } from './store-publications.ts'

export async function listPublications(tx: Tx, _: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const found = await publicationsWhere(tx, sql`state <> 'dropped'`)
  const ids = found.flatMap((one) => [one.draftedBy, one.submittedBy, one.decidedBy].flatMap((id) => id ?? []))
  const names = await staffNames(tx.db, tx.actor.tenantId, [...new Set(ids)])
  const nameOf = (id: string | null) => id && (names.get(id) ?? '同事')
  return ok({
    items: found.map((one) => ({
      ...publishedView(one),
      state: one.state,
      stateWord: publicationLifecycle.states[one.state].zh,
      frozenAt: one.frozenAt,
      draftedBy: nameOf(one.draftedBy) ?? '',
      submittedBy: nameOf(one.submittedBy),
      decidedBy: nameOf(one.decidedBy),
      answer: one.answer,
      can: canOf(one, tx.actor.id),
    })),
  })
}

function canOf({ state, draftedBy, submittedBy }: PublicationRecord, actorId: string): string[] {
  if (state === 'drafted') return ['submit', 'drop']
  if (state === 'waiting') return [draftedBy, submittedBy].includes(actorId) ? ['drop'] : ['judge', 'drop']
  return []
}

function headingOf({ id, period, version, publishedAt, reason }: PublicationRecord) {
  return { id, period: period.key, periodName: period.name, version, publishedAt, reason }
}

export function publishedView(one: PublicationRecord) {
  return { ...headingOf(one), measures: one.measures, figures: figuresView(one.figures) }
}

function figuresView({ least, own, regulator }: FrozenFigures): PublishedFigures {
  const partView = ({ tables, ...part }: FrozenFigures['own']) => ({ ...part, tables: tables.map(tableView) })
  return { least, own: partView(own), regulator: partView(regulator) }
}

/** Without the rows that counted nothing. */
function tableView({ title, head, rowWords, columnWords, counts }: FrozenTable) {
  const kept = rowWords
    .map((word, at) => ({ word, line: counts[at] ?? [] }))
    .filter(({ line }) => line.some((n) => n !== 0))
  return {
    title,
    head,
    rows: kept.map(({ word }) => word),
    columns: [...columnWords],
    counts: [...kept.map(({ line }) => [...line]), [...(counts.at(-1) ?? [])]],
  }
}

export async function portalPublications(
  tx: Tx,
  _: Input<typeof allRoute>,
): Promise<Decision<Answer<typeof allRoute>>> {
  return ok({ items: (await publicationsWhere(tx, sql`state = 'published'`)).map(headingOf) })
}

export async function portalPublication(
  tx: Tx,
  { params }: Input<typeof oneRoute>,
): Promise<Decision<Answer<typeof oneRoute>>> {
  const [found] = await publicationsWhere(tx, sql`state = 'published' and id = ${params.publicationId}`)
  return found ? ok(publishedView(found)) : refuse('request.not_found')
}

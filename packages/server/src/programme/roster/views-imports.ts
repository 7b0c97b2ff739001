/** Imports, bad rows and differences as screens see them (PRG-05). */
import type {
  getImport as getRoute,
  ImportView,
  listBadRows as badRoute,
  listDifferences as differencesRoute,
  listImports as listRoute,
} from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { customerRefusals, maskIdNumber } from '@anpei/domain/customers'
import { holds, ok, refuse, stateOf, type Decision } from '@anpei/domain/kernel'
import {
  badRowLifecycle,
  DIFFERENCE_KINDS,
  differenceLifecycle,
  importLifecycle,
  MEMBER_STATUSES,
  PROGRAMME_REFUSALS,
  type DifferenceKind,
} from '@anpei/domain/programme'
import { openSecrets } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor } from '../../identity/index.ts'
import { rowOfJson } from './roster-json.ts'
import { badRowsOf, differencesOf, importsOf, type DifferenceData, type ImportData } from './store-import-views.ts'
import { villagesOf } from './store-roster.ts'
import { taskProgress } from '../versions/views-versions.ts'

const TEXTS: Readonly<Record<string, { zh: string }>> = { ...customerRefusals, ...PROGRAMME_REFUSALS }

export function codeText(code: string): string {
  return TEXTS[code]?.zh.replace(/[，、]?（?[^，。（]*\{\w+\}[^，。）]*）?/g, '') ?? code
}

function importView(tx: Tx, one: ImportData): ImportView {
  const state = stateOf(importLifecycle, one.state)
  const counts = countsOf(one.summary)
  const coded = (prefix: string) =>
    [...counts]
      .filter(([code]) => code.startsWith(prefix))
      .map(([code, count]) => ({ code: code.slice(prefix.length), count }))
      .sort((a, b) => b.count - a.count)
      .map(({ code, count }) => ({ code, text: codeText(code), count }))
  const waiting = one.differences.some((row) => row.state === 'waiting')
  const { actor } = tx
  const mine = one.started_by === actor.id
  return {
    id: one.id,
    programmeId: one.programme_id,
    kind: one.kind,
    fileName: one.file_name,
    asOfOn: one.as_of_on,
    state,
    stateWord: importLifecycle.states[state].zh,
    task: one.task ? taskProgress(one.task) : null,
    rowCount: one.row_count,
    goodCount: one.good_count,
    badCount: one.bad_count,
    openBadCount: one.open_bad,
    unchangedCount: one.unchanged_count,
    counts: Object.fromEntries([...counts].filter(([code]) => !code.includes('.') && !code.startsWith('error:'))),
    errors: coded('error:'),
    warnings: coded('').filter(({ code }) => code.includes('.') && !code.startsWith('error:')),
    differences: kinds()
      .filter((kind) => one.differences.some((row) => row.kind === kind))
      .map((kind) => {
        const of = (wanted: string) => one.differences.find((row) => row.kind === kind && row.state === wanted)?.n ?? 0
        return {
          kind,
          word: DIFFERENCE_KINDS[kind],
          waiting: of('waiting'),
          confirmed: of('confirmed'),
          rejected: of('rejected'),
        }
      }),
    startedBy: one.started_by_name,
    startedAt: one.started_at,
    confirmedBy: one.confirmed_by_name,
    confirmedAt: one.confirmed_at,
    can: [
      ...(state === 'read' && waiting && !mine && holds(actor, 'roster.confirm') ? ['decide'] : []),
      ...(state === 'read' && holds(actor, 'roster.import') ? ['discard'] : []),
      ...(one.open_bad > 0 && (state === 'read' || state === 'confirmed') && holds(actor, 'roster.import')
        ? ['fix']
        : []),
    ],
  }
}

function kinds(): DifferenceKind[] {
  return ['joined', 'died', 'moved_away', 'moved_within', 'corrected', 'missing']
}

function countsOf(json: unknown): Map<string, number> {
  return new Map(
    typeof json === 'object' && json !== null ? Object.entries(json).map(([code, count]) => [code, Number(count)]) : [],
  )
}

export async function listImports(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const before = readCursor(query.cursor, 1)?.[0] ?? null
  const found = await importsOf(tx.db, tx.actor.tenantId, {
    id: null,
    before,
    limit: query.limit + 1,
    feed: query.feed,
  })
  return ok(
    pageOf(
      found,
      query.limit,
      (one) => [one.id],
      (one) => importView(tx, one),
    ),
  )
}

export async function importAnswer(tx: Tx, importId: string): Promise<Decision<ImportView>> {
  const [found] = await importsOf(tx.db, tx.actor.tenantId, { id: importId, before: null, limit: 1 })
  return found ? ok(importView(tx, found)) : refuse('request.not_found')
}

export async function getImport(tx: Tx, { params }: Input<typeof getRoute>): Promise<Decision<ImportView>> {
  return importAnswer(tx, params.importId)
}

export async function listBadRows(
  tx: Tx,
  { params, query }: Input<typeof badRoute>,
): Promise<Decision<Answer<typeof badRoute>>> {
  const after = Number(readCursor(query.cursor, 1)?.[0] ?? 0)
  const found = await badRowsOf(tx.db, tx.actor.tenantId, params.importId, {
    state: query.state ?? null,
    code: query.code ?? null,
    after,
    limit: query.limit + 1,
  })
  return ok(
    pageOf(
      found,
      query.limit,
      (row) => [String(row.row_no)],
      (row) => ({
        rowNo: row.row_no,
        state: stateOf(badRowLifecycle, row.state),
        reasons: row.codes.map((code) => ({ code, text: codeText(code) })),
        cells: cellsOfRow(JSON.parse(tx.vault.openText(row.salt, row.sealed))),
      }),
    ),
  )
}

/** The cells of a row as it came; what is no text is none of them. */
export function cellsOfRow(json: unknown): Record<string, string> {
  const found: Record<string, string> = {}
  if (typeof json !== 'object' || json === null) return found
  for (const [name, value] of Object.entries(json)) if (typeof value === 'string') found[name] = value
  return found
}

export async function listDifferences(
  tx: Tx,
  { params, query }: Input<typeof differencesRoute>,
): Promise<Decision<Answer<typeof differencesRoute>>> {
  const { tenantId } = tx.actor
  const after = readCursor(query.cursor, 1)?.[0] ?? null
  const found = await differencesOf(tx.db, tenantId, params.importId, {
    kind: query.kind ?? null,
    state: query.state ?? null,
    after,
    limit: query.limit + 1,
  })
  const [one] = await importsOf(tx.db, tenantId, { id: params.importId, before: null, limit: 1 })
  const may = one?.started_by !== tx.actor.id && holds(tx.actor, 'roster.confirm')
  const { id: myself } = tx.actor
  const places = new Map((await villagesOf(tx.db)).map(({ code, name, townName }) => [code, `${townName}${name}`]))
  return ok(
    pageOf(
      found,
      query.limit,
      (row) => [row.id],
      (row) => differenceView(tx, row, may && row.made_by !== myself, places),
    ),
  )
}

/** `places`: what people call a village, by its code. */
function differenceView(tx: Tx, row: DifferenceData, may: boolean, places: ReadonlyMap<string, string>) {
  const placeOf = (code: string | null | undefined) => code && (places.get(code) ?? code)
  const kind = kinds().find((one) => one === row.kind) ?? 'corrected'
  const next = rowOfJson(JSON.parse(tx.vault.openText(row.salt, row.sealed)))
  const known =
    row.person_salt && row.person_sealed ? openSecrets(tx, { salt: row.person_salt, sealed: row.person_sealed }) : null
  const state = stateOf(differenceLifecycle, row.state)
  const shown = [
    ['姓名', row.person_name, next?.name],
    ['户籍状态', row.status && MEMBER_STATUSES[row.status], next && MEMBER_STATUSES[next.status]],
    ['变动日期', null, next?.statusOn],
    ['村居', placeOf(row.village_code), placeOf(next?.villageCode)],
    ['迁入日期', row.from_on, next?.movedInOn],
    ['电话', known?.phone ? '***' + known.phone.slice(-4) : null, next?.phone ? '***' + next.phone.slice(-4) : null],
  ] as const
  return {
    id: row.id,
    kind,
    word: DIFFERENCE_KINDS[kind],
    state,
    rowNo: row.row_no,
    personId: row.person_id,
    name: next?.name ?? row.person_name ?? '',
    idNumberMasked: maskIdNumber(next?.idNumber ?? known?.idNumber ?? ''),
    fields:
      next === null
        ? []
        : shown
            .filter(([, before, after]) => (before ?? '') !== (after ?? ''))
            .map(([title, before, after]) => ({ title, before: before ?? '', after: after ?? '' })),
    can: may && state === 'waiting' ? ['confirm', 'reject'] : [],
  }
}

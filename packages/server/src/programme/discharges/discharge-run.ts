/**
 * PRG-05: one run over a hospital's list of stays inside one transaction. Of people it does not insure nothing is kept;
 * of the insured, a stay that may be an accident opens a possible claim, unless a report or claim for it stands.
 */
import { checkDischargeRow, type DischargeCells, type DischargeRow } from '@anpei/domain/programme'
import type { Day } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import type { DischargeLine } from './discharge-file.ts'
import { insertBadRows, type ImportCounts, type NewBadRow } from '../roster/store-imports.ts'
import { openOutreaches, type NewOutreach } from './store-outreaches.ts'
import { patientsOf } from '../roster/store-roster.ts'

export type StayAsked = { readonly personId: string; readonly admittedOn: Day; readonly dischargedOn: Day }
/** Which of the stays (by place in the list) a report or claim stands for; claims are another row's. */
export type ClaimedStays = (tx: Tx, stays: readonly StayAsked[]) => Promise<ReadonlySet<number>>

export type DischargeRun = {
  readonly importId: string
  readonly programmeId: string
  readonly asOfOn: Day
  readonly claimedStays: ClaimedStays
}

/** What became of the stays, as counts of the import. */
const STAY_OUTCOMES = ['opened', 'known_before', 'claim_exists', 'not_insured', 'not_accident'] as const
type StayOutcome = (typeof STAY_OUTCOMES)[number]

const ROWS_PER_BATCH = 1000

export async function runDischarges(
  tx: Tx,
  run: DischargeRun,
  lines: AsyncIterable<DischargeLine>,
  onProgress: (rows: number) => void,
): Promise<ImportCounts> {
  const counts = new Map<string, number>()
  const add = (code: string, more = 1): void => {
    counts.set(code, (counts.get(code) ?? 0) + more)
  }
  const totals = { rows: 0, good: 0, bad: 0 }
  let batch: { rowNo: number; row: DischargeRow }[] = []
  let bad: NewBadRow[] = []
  const flush = async (): Promise<void> => {
    const taken = await takeStays(tx, run, batch)
    for (const outcome of STAY_OUTCOMES) if (taken.counts[outcome] > 0) add(outcome, taken.counts[outcome])
    bad.push(...taken.bad)
    for (const { codes } of bad) for (const code of codes) add(`error:${code}`)
    await insertBadRows(tx.db, tx.actor.tenantId, run.importId, bad)
    totals.good += batch.length - taken.bad.length
    totals.bad += bad.length
    batch = []
    bad = []
    onProgress(totals.rows)
  }
  for await (const { rowNo, cells } of lines) {
    totals.rows++
    const checked = checkDischargeRow(cells, run.asOfOn)
    if (checked.ok) batch.push({ rowNo, row: checked.row })
    else bad.push({ rowNo, codes: checked.codes, ...sealCells(tx, cells) })
    if (batch.length + bad.length >= ROWS_PER_BATCH) await flush()
  }
  await flush()
  return {
    rowCount: totals.rows,
    goodCount: totals.good,
    badCount: totals.bad,
    unchangedCount: counts.get('known_before') ?? 0,
    counts: Object.fromEntries(counts),
  }
}

type Stay = { readonly rowNo: number; readonly row: DischargeRow }
type Taken = { readonly bad: readonly NewBadRow[]; readonly counts: Readonly<Record<StayOutcome, number>> }

/** Good rows: whom we insure, whose stay may be an accident, who is asked about. */
export async function takeStays(tx: Tx, run: DischargeRun, stays: readonly Stay[]): Promise<Taken> {
  const { vault, db, actor } = tx
  const counts = { opened: 0, known_before: 0, claim_exists: 0, not_insured: 0, not_accident: 0 }
  const bad: NewBadRow[] = []
  const asked = stays.map(({ row }) => ({ idHash: vault.lookupHash('id_number', row.idNumber), on: row.admittedOn }))
  const patients = await patientsOf(db, actor.tenantId, run.programmeId, asked)
  const found: (StayAsked & { readonly row: DischargeRow })[] = []
  for (const [at, { rowNo, row }] of stays.entries()) {
    const patient = patients.get(at)
    if (patient && patient.name !== row.name) {
      bad.push({ rowNo, codes: ['programme.row_name_differs'], ...sealCells(tx, cellsOf(row)) })
    } else if (!patient?.covered) counts.not_insured++
    else if (!row.mayBeAccident) counts.not_accident++
    else {
      const { admittedOn, dischargedOn } = row
      found.push({ personId: patient.personId, admittedOn, dischargedOn, row })
    }
  }
  const claimed = found.length === 0 ? new Set<number>() : await run.claimedStays(tx, found)
  counts.claim_exists = claimed.size
  const fresh = found.filter((_, at) => !claimed.has(at))
  const outreaches = fresh.map((stay) => outreachOf(tx, stay))
  counts.opened = await openOutreaches(db, actor.tenantId, run.programmeId, outreaches, tx.now)
  counts.known_before = fresh.length - counts.opened
  return { bad, counts }
}

function outreachOf({ vault }: Tx, { personId, row }: StayAsked & { row: DischargeRow }): NewOutreach {
  const salt = vault.newSalt()
  const { hospital, diagnosis, injuryCode } = row
  const sealed = vault.seal(salt, JSON.stringify({ hospital, diagnosis, injuryCode }))
  return { personId, occasion: `discharge:${row.admittedOn}:${row.dischargedOn}`, salt, sealed }
}

function cellsOf(row: DischargeRow): DischargeCells {
  const { mayBeAccident: _, ...cells } = row
  return cells
}

export function sealCells({ vault }: Tx, cells: DischargeCells): { salt: Buffer; sealed: Buffer } {
  const salt = vault.newSalt()
  return { salt, sealed: vault.seal(salt, JSON.stringify(cells)) }
}

/** The default reserves by benefit and class (CLM-19), from config/tables/reserves.json. */
import { readFileSync } from 'node:fs'
import { openingReserve, type ReserveRow } from '@anpei/domain/claims'
import type { Fen } from '@anpei/domain/kernel'

type RowJson = { benefit: string; class: ReserveRow['class']; reserveFen: number }

let table: readonly ReserveRow[] | undefined

export function reserveAtOpening(benefit: string, claimClass: Exclude<ReserveRow['class'], '*'>): Fen {
  return openingReserve((table ??= readTable()), benefit, claimClass)
}

function readTable(): readonly ReserveRow[] {
  const rows: RowJson[] = JSON.parse(
    readFileSync(new URL('../../../../../config/tables/reserves.json', import.meta.url), 'utf8'),
  )
  return rows.map((row) => ({ ...row, reserveFen: BigInt(row.reserveFen) }))
}

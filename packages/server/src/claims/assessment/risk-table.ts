/** The points of the risk score (CLM-07), from config/tables/risk-points.json. */
import { readFileSync } from 'node:fs'
import type { RiskPoint } from '@anpei/domain/claims'

let table: readonly RiskPoint[] | undefined

export function riskPoints(): readonly RiskPoint[] {
  return (table ??= readTable())
}

function readTable(): readonly RiskPoint[] {
  const rows: RiskPoint[] = JSON.parse(
    readFileSync(new URL('../../../../../config/tables/risk-points.json', import.meta.url), 'utf8'),
  )
  return rows
}

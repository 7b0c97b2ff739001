import * as api from '@anpei/contract/programme'
import { on, type Bound } from '../../http/index.ts'
import type { ClaimedStays } from './discharge-run.ts'
import { fixDischargeRow } from './fix-discharge-row.ts'
import { startDischargeImport } from './start-discharge-import.ts'

/** `claimedStays` comes from the row that keeps claims. */
export function dischargeRoutes(claimedStays: ClaimedStays): readonly Bound[] {
  return [on(api.startDischargeImport, startDischargeImport), on(api.fixDischargeRow, fixDischargeRow(claimedStays))]
}

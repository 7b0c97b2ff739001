import * as api from '@anpei/contract/complaints'
import { on, onFile, type Bound } from '../../http/index.ts'
import { cancelHistoryImport } from './cancel-history-import.ts'
import { readInBackground } from './read-in-background.ts'
import { saveHistoryMapping } from './save-history-mapping.ts'
import { startHistoryImport } from './start-history-import.ts'
import { tieHistoryFault } from './tie-history-fault.ts'
import { tieHistory } from './tie-history.ts'
import { findHistoryFaults } from './views-faults-named.ts'
import { getHistory, listHistory } from './views-history.ts'
import {
  exportHistoryFaults,
  getHistoryImport,
  getHistorySample,
  listHistoryFaults,
  listHistoryImports,
  listHistoryMappings,
} from './views-imports.ts'
import { exportHistoryTimes, getHistoryTimes } from './views-times.ts'

/** Past complaints: brought from files, found, and counted (CMP-13). */
export const historyRoutes: readonly Bound[] = [
  on(api.startHistoryImport, startHistoryImport),
  on(api.listHistoryImports, listHistoryImports),
  on(api.getHistoryImport, getHistoryImport),
  on(api.getHistorySample, getHistorySample),
  on(api.rehearseHistoryImport, (tx, { params, body }) =>
    readInBackground(tx, params.importId, 'rehearse', body.mapping),
  ),
  on(api.runHistoryImport, (tx, { params }) => readInBackground(tx, params.importId, 'begin', null)),
  on(api.cancelHistoryImport, cancelHistoryImport),
  on(api.listHistoryFaults, listHistoryFaults),
  onFile(api.exportHistoryFaults, exportHistoryFaults),
  on(api.tieHistoryFault, tieHistoryFault),
  on(api.findHistoryFaults, findHistoryFaults),
  on(api.listHistoryMappings, listHistoryMappings),
  on(api.saveHistoryMapping, saveHistoryMapping),
  on(api.listHistory, listHistory),
  on(api.getHistory, getHistory),
  on(api.tieHistory, tieHistory),
  on(api.getHistoryTimes, getHistoryTimes),
  onFile(api.exportHistoryTimes, exportHistoryTimes),
]

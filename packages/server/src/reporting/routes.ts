import * as api from '@anpei/contract/reporting'
import { on, onFile, type Bound } from '../http/index.ts'
import { getTaskFile } from './get-task-file.ts'
import { listTasks } from './list-tasks.ts'
import { startClaimExport } from './start-claim-export.ts'

export const reportingRoutes: readonly Bound[] = [
  on(api.listTasks, listTasks),
  on(api.startClaimExport, startClaimExport),
  onFile(api.getTaskFile, getTaskFile),
]

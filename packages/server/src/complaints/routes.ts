import * as api from '@anpei/contract/complaints'
import { on, type Bound } from '../http/index.ts'
import { registerComplaint } from './register-complaint.ts'
import { listComplaints } from './views-list.ts'

export const complaintRoutes: readonly Bound[] = [
  on(api.registerComplaint, registerComplaint),
  on(api.listComplaints, listComplaints),
]

import * as api from '@anpei/contract/complaints'
import { on, type Bound } from '../../http/index.ts'
import { decideComplaintLink } from './decide-complaint-link.ts'
import { listComplaintLinks } from './views-linkage.ts'

export const linkageRoutes: readonly Bound[] = [
  on(api.listComplaintLinks, listComplaintLinks),
  on(api.decideComplaintLink, decideComplaintLink),
]

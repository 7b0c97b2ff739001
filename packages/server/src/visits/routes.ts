import * as api from '@anpei/contract/visits'
import { on, type Bound } from '../http/index.ts'
import { requestVisit } from './request-visit.ts'

export const visitRoutes: readonly Bound[] = [on(api.requestVisit, requestVisit)]

import * as api from '@anpei/contract/programme'
import { on, type Bound } from '../../http/index.ts'
import { applyForEnrolment } from './apply-for-enrolment.ts'
import { checkEnrolment } from './check-enrolment.ts'
import { decideEnrolment } from './decide-enrolment.ts'
import { finishEnrolment } from './finish-enrolment.ts'
import { recordEnrolment } from './record-enrolment.ts'
import { getEnrolment, listEnrolments } from './views-enrolments.ts'

export const enrolmentRoutes: readonly Bound[] = [
  on(api.applyForEnrolment, applyForEnrolment),
  on(api.recordEnrolment, recordEnrolment),
  on(api.listEnrolments, listEnrolments),
  on(api.getEnrolment, getEnrolment),
  on(api.checkEnrolment, checkEnrolment),
  on(api.decideEnrolment, decideEnrolment),
  on(api.finishEnrolment, finishEnrolment),
]

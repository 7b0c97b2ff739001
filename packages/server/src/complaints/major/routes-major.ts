import * as api from '@anpei/contract/complaints'
import { on, type Bound } from '../../http/index.ts'
import { askMajorLift } from './ask-major-lift.ts'
import { declareMajor } from './declare-major.ts'
import { endMajorStep } from './end-major-step.ts'
import { judgeMajorLift } from './judge-major-lift.ts'
import { listMajorPeople } from './views-major-people.ts'
import { planMajorStep } from './plan-major-step.ts'
import { reportMajor } from './report-major.ts'
import { settleMajor } from './settle-major.ts'
import { getMajor } from './views-major.ts'

export const majorRoutes: readonly Bound[] = [
  on(api.getMajor, getMajor),
  on(api.listMajorPeople, listMajorPeople),
  on(api.declareMajor, declareMajor),
  on(api.planMajorStep, planMajorStep),
  on(api.endMajorStep, endMajorStep),
  on(api.reportMajor, reportMajor),
  on(api.settleMajor, settleMajor),
  on(api.askMajorLift, askMajorLift),
  on(api.judgeMajorLift, judgeMajorLift),
]

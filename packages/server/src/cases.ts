/** The cases clocks run on, of every row that keeps some. */
import { assistDirectory, assistKeepers } from './assist/index.ts'
import { callbackDirectory, callbackKeepers } from './callbacks/index.ts'
import { claimDirectory, claimKeepers } from './claims/index.ts'
import { directoryOfComplaints, keepersOfComplaints } from './complaints/index.ts'
import { privacyDirectory, privacyKeepers } from './customers/index.ts'
import { withTellings } from './portal/index.ts'
import { enrolmentDirectory, enrolmentKeepers } from './programme/index.ts'
import {
  boxDirectory,
  boxKeepers,
  callDirectory,
  callKeepers,
  deskDirectory,
  deskKeepers,
} from './service-desk/index.ts'
import { visitDirectory, visitKeepers } from './visits/index.ts'
import type { CaseDirectory, CaseKeepers } from './sla/index.ts'

/** By what a reader is told of them. */
export const caseDirectory: CaseDirectory = new Map([
  ...claimDirectory,
  ...privacyDirectory,
  ...assistDirectory,
  ...directoryOfComplaints,
  ...visitDirectory,
  ...callbackDirectory,
  ...enrolmentDirectory,
  ...deskDirectory,
  ...callDirectory,
  ...boxDirectory,
])
/** How they are locked, and what follows when they are settled. */
export const caseKeepers: CaseKeepers = withTellings(
  new Map([
    ...claimKeepers,
    ...privacyKeepers,
    ...assistKeepers,
    ...keepersOfComplaints,
    ...visitKeepers,
    ...callbackKeepers,
    ...enrolmentKeepers,
    ...deskKeepers,
    ...callKeepers,
    ...boxKeepers,
  ]),
)

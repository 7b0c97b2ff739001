/** The cases clocks run on, of every row that keeps some. */
import { assistBoard, assistDirectory, assistKeepers } from './assist/index.ts'
import { callbackBoard, callbackDirectory, callbackKeepers } from './callbacks/index.ts'
import { claimBoards, claimDirectory, claimKeepers } from './claims/index.ts'
import { boardsOfComplaints, directoryOfComplaints, keepersOfComplaints } from './complaints/index.ts'
import { privacyBoards, privacyDirectory, privacyKeepers } from './customers/index.ts'
import { withTellings } from './portal/index.ts'
import { enrolmentBoard, enrolmentDirectory, enrolmentKeepers } from './programme/index.ts'
import {
  boxBoard,
  boxDirectory,
  boxKeepers,
  callBoard,
  callDirectory,
  callKeepers,
  deskBoard,
  deskDirectory,
  deskKeepers,
} from './service-desk/index.ts'
import { dutyBoard } from './reporting/index.ts'
import { visitBoard, visitDirectory, visitKeepers } from './visits/index.ts'
import type { CaseBoards, CaseDirectory, CaseKeepers } from './sla/index.ts'

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
/** How the board of what breaks next finds them. */
export const caseBoards: CaseBoards = new Map([
  ...claimBoards,
  ...boardsOfComplaints,
  ...deskBoard,
  ...callBoard,
  ...boxBoard,
  ...visitBoard,
  ...callbackBoard,
  ...enrolmentBoard,
  ...assistBoard,
  ...privacyBoards,
  ...dutyBoard,
])

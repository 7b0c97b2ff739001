/** Closed lists of complaints as they cross the wire (CMP). */
import {
  BUSINESS_LINES,
  CAUSE_GROUPS,
  CAUSES,
  COMPLAINT_CLASSES,
  COMPLAINT_LABELS,
  COMPLAINT_TASKS,
  complaintLifecycle,
  ENTRY_KINDS,
  FINDINGS,
  MISSING_ITEMS,
  REPRESENTATIONS,
  SEVERITIES,
  URGENCIES,
} from '@anpei/domain/complaints'
import { z } from 'zod'
import { Id, keysOf } from '../kernel/index.ts'

export const ComplaintState = keysOf(complaintLifecycle.states)
export const ComplaintLabel = keysOf(COMPLAINT_LABELS)
export const Representation = keysOf(REPRESENTATIONS)
export const ComplaintClass = keysOf(COMPLAINT_CLASSES)
export const MissingItem = keysOf(MISSING_ITEMS)
export const Finding = keysOf(FINDINGS)
export const ComplaintTask = keysOf(COMPLAINT_TASKS)
export const EntryKind = keysOf(ENTRY_KINDS)
export const Urgency = keysOf(URGENCIES)
export const Severity = keysOf(SEVERITIES)
export const Cause = keysOf(CAUSES)
export const CauseGroup = keysOf(CAUSE_GROUPS)
export const BusinessLine = keysOf(BUSINESS_LINES)

export const ComplaintStand = z
  .object({ id: Id, complaintNo: z.string(), state: ComplaintState, stateWord: z.string() })
  .meta({ id: 'ComplaintStand' })
export type ComplaintStand = z.output<typeof ComplaintStand>

export const complaintParams = z.object({ complaintId: Id })

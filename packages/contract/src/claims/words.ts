/** Wire forms of the closed lists of the claims row. */
import {
  CAUSES,
  CHANNELS,
  CLAIM_CLASSES,
  claimLifecycle,
  lineLifecycle,
  paymentLifecycle,
  batchLifecycle,
  PLACES,
  proposalLifecycle,
  RELATIONS,
  reportLifecycle,
  taskLifecycle,
} from '@anpei/domain/claims'
import { BENEFIT_CODES, CLAIM_KINDS, VEHICLE_CLASSES } from '@anpei/domain/programme'
import { z } from 'zod'
import { keysOf } from '../kernel/index.ts'

export const Channel = keysOf(CHANNELS)
export const Relation = keysOf(RELATIONS)
export const Place = keysOf(PLACES)
export const Cause = keysOf(CAUSES)
export const ClaimClass = keysOf(CLAIM_CLASSES)
export const ReportState = keysOf(reportLifecycle.states)
export const ClaimState = keysOf(claimLifecycle.states)
export const LineState = keysOf(lineLifecycle.states)
export const ProposalState = keysOf(proposalLifecycle.states)
export const PaymentState = keysOf(paymentLifecycle.states)
export const BatchState = keysOf(batchLifecycle.states)
export const TaskState = keysOf(taskLifecycle.states)
export const BenefitCode = z.enum(BENEFIT_CODES)
export const ClaimKind = z.enum(CLAIM_KINDS)
export const VehicleClass = z.enum(VEHICLE_CLASSES)

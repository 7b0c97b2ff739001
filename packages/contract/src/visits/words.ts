import {
  AREAS,
  COVER_WARNINGS,
  ELIGIBLE,
  HALVES,
  PUT_OFF_REASONS,
  VISIT_CHANNELS,
  VISIT_KINDS,
  VISIT_PURPOSES,
  VISIT_RESULTS,
  visitLifecycle,
} from '@anpei/domain/visits'
import { z } from 'zod'
import { Day, Id, Instant, keysOf } from '../kernel/index.ts'

export const VisitKind = keysOf(VISIT_KINDS)
export const VisitState = keysOf(visitLifecycle.states)
export const VisitPurpose = keysOf(VISIT_PURPOSES)
export const VisitChannel = keysOf(VISIT_CHANNELS)
export const VisitResult = keysOf(VISIT_RESULTS)
export const PutOffReason = keysOf(PUT_OFF_REASONS)
export const CoverWarning = keysOf(COVER_WARNINGS)
export const Half = keysOf(HALVES)
export const Area = keysOf(AREAS)
export const EligibleBy = keysOf(ELIGIBLE)
/** What a visit serves, in the words of the row that keeps it: `report`, `claim`, `request`. */
export const VisitSubject = z.object({ kind: z.string().regex(/^[a-z_]{1,40}$/), id: Id })
export const VillageCode = z.string().regex(/^\d{12}$/)
/** A half-day that suits. */
export const VisitWish = z.object({ day: Day, half: Half })

export const VisitStand = z
  .object({
    id: Id,
    visitNo: z.string(),
    kind: VisitKind,
    state: VisitState,
    stateWord: z.string(),
    /** Counts changes; a draft written without a connection says which one it saw. */
    revision: z.int(),
    dueAt: Instant.nullable(),
  })
  .meta({ id: 'VisitStand' })
export type VisitStand = z.output<typeof VisitStand>

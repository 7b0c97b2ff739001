/** Asking for a visit (SRV-09, CLM-02): by any row that has somebody to be visited, and by the desk. */
import { z } from 'zod'
import { Id, Instant, MaybeText, route } from '../kernel/index.ts'
import {
  EligibleBy,
  VillageCode,
  VisitChannel,
  VisitKind,
  VisitPurpose,
  VisitStand,
  VisitSubject,
  VisitWish,
} from './words.ts'

export const NewVisit = z.object({
  kind: VisitKind,
  /** A person of the register, or name and telephone as told. */
  personId: Id.nullable().default(null),
  name: MaybeText(40).default(''),
  phone: MaybeText(30).default(''),
  address: MaybeText(200).default(''),
  villageCode: VillageCode.nullable().default(null),
  subject: VisitSubject.nullable().default(null),
  purpose: VisitPurpose.default('other'),
  why: MaybeText(500).default(''),
  channel: VisitChannel,
  /** Why the person should not have to come to us, as told; the register adds what it knows. */
  told: z.array(EligibleBy).max(5).default([]),
  wishes: z.array(VisitWish).max(10).default([]),
  /** When it was asked for, if earlier than now: the promises run from here. */
  requestedAt: Instant.nullable().default(null),
})

export const requestVisit = route({
  id: 'requestVisit',
  method: 'POST',
  path: '/api/visits',
  permission: 'visit.arrange',
  summary: '登记上门、查勘或视频协助的需求',
  body: NewVisit,
  answer: VisitStand,
})

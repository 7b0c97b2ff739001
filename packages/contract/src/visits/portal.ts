/** Booking a visit on a phone, seeing and cancelling it (POR-03, SRV-09). */
import { z } from 'zod'
import { Id, MaybeText, route, Text } from '../kernel/index.ts'
import { EligibleBy, VisitKind, VisitPurpose, VisitStand, VisitState, VisitWish } from './words.ts'

export const portalBookVisit = route({
  id: 'portalBookVisit',
  method: 'POST',
  path: '/api/portal/visits',
  permission: 'portal.own',
  summary: '手机预约上门或视频',
  body: z.object({
    kind: VisitKind.exclude(['on_site']),
    purpose: VisitPurpose,
    name: Text(40),
    address: MaybeText(200).default(''),
    why: MaybeText(500).default(''),
    /** Empty: the phone that was proved. */
    phone: MaybeText(30).default(''),
    told: z.array(EligibleBy).max(5).default([]),
    wishes: z.array(VisitWish).max(10).default([]),
  }),
  answer: VisitStand,
})
export const portalMyVisits = route({
  id: 'portalMyVisits',
  method: 'GET',
  path: '/api/portal/visits',
  permission: 'portal.own',
  summary: '我预约的上门和视频',
  sensitive: true,
  answer: z.object({
    phoneMasked: z.string(),
    items: z.array(
      z.object({
        id: Id,
        visitNo: z.string(),
        kind: VisitKind,
        state: VisitState,
        stateWord: z.string(),
        name: z.string(),
        when: z.string().nullable(),
        visitorName: z.string().nullable(),
        canCancel: z.boolean(),
      }),
    ),
  }),
})
export const portalCancelVisit = route({
  id: 'portalCancelVisit',
  method: 'POST',
  path: '/api/portal/visits/:visitId/cancel',
  permission: 'portal.own',
  summary: '取消我预约的上门或视频',
  params: z.object({ visitId: Id }),
  body: z.object({ reason: MaybeText(200).default('客户在手机上取消') }),
  answer: VisitStand,
})

/**
 * Open to everybody: which papers each kind of claim needs, with samples, and how to reach a person (CLM-03, SRV-11).
 */
import { z } from 'zod'
import { Day, route } from '../kernel/index.ts'

const GuidePaper = z.object({ code: z.string(), title: z.string(), required: z.boolean(), substitute: z.string() })

export const portalGuide = route({
  id: 'portalGuide',
  method: 'GET',
  path: '/api/portal/guide',
  permission: 'public',
  summary: '办理指南：各类理赔所需资料',
  answer: z.object({
    programme: z.string(),
    inForceFrom: Day.nullable(),
    kinds: z.array(z.object({ kind: z.string(), papers: z.array(GuidePaper) })),
    promises: z.array(z.string()),
    files: z.object({ types: z.array(z.string()), mostMegabytes: z.int(), mostFiles: z.int() }),
  }),
})
export const portalContacts = route({
  id: 'portalContacts',
  method: 'GET',
  path: '/api/portal/contacts',
  permission: 'public',
  summary: '电话、地址与投诉途径',
  answer: z.object({
    company: z.string(),
    hotline: z.string(),
    hotlineHours: z.string(),
    elderLine: z.string(),
    complaintLine: z.string(),
    regulatorPhone: z.string(),
    email: z.string(),
    fax: z.string(),
    /** Who mediates between a customer and us, free of charge. */
    mediation: z.string(),
    process: z.string(),
    demo: z.boolean(),
    outlets: z.array(z.object({ name: z.string(), address: z.string(), hours: z.string(), phone: z.string() })),
  }),
})

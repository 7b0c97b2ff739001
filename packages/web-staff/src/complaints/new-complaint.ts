/** The registration form and what it sends (CMP-01, CMP-02). */
import type { convertToComplaint, registerComplaint } from '@anpei/contract/complaints'
import type { Sent } from '@anpei/contract/kernel'
import type { RequestView } from '@anpei/contract/service-desk'
import type { ComplaintLabel, Representation } from '@anpei/domain/complaints'
import type { ChannelName } from '@anpei/domain/service-desk'
import { instantOfInput } from '../kernel/index.ts'

export type Values = {
  label: ComplaintLabel
  channel: ChannelName
  received?: string
  postmarkedOn?: string
  representation: Representation
  mandateUntil?: string
  peopleCount?: number | null
  spokespersonCount?: number | null
  receptionArea?: string
  areaRecorded?: 'yes' | 'no'
  personId?: string | null
  claimId?: string | null
  policyNo?: string
  complainant?: { name?: string; phone?: string; email?: string; address?: string; relation?: string }
  facts?: string
  demand?: string
  remedy?: string
  respondentText?: string
  respondentInstitutionId?: string | null
  sellingInstitutionId?: string | null
  concernedIds?: string[]
  cover: 'group' | 'individual'
}

type Registration = NonNullable<Sent<typeof registerComplaint>['body']>
type Conversion = NonNullable<Sent<typeof convertToComplaint>['body']>

/** Whom the request is about is not asked again, and so their claims can be chosen at once. */
export function initialOf(
  about: { readonly personId: string | null; readonly claimId: string | null },
  request: Pick<RequestView, 'kind' | 'person'> | null,
): Values {
  return {
    label: request?.kind === 'appeal' ? 'appeal' : 'complaint',
    channel: 'phone',
    representation: 'self',
    cover: 'group',
    ...about,
    personId: request?.person?.id ?? about.personId,
  }
}

function sharedOf(values: Values) {
  const { complainant = {} } = values
  return {
    label: values.label,
    representation: values.representation,
    mandateUntil: values.mandateUntil || null,
    peopleCount: values.peopleCount ?? 1,
    spokespersonCount: values.spokespersonCount ?? 1,
    receptionArea: values.receptionArea ?? '',
    areaRecorded: values.areaRecorded ? values.areaRecorded === 'yes' : null,
    personId: values.personId ?? null,
    claimId: values.claimId ?? null,
    policyNo: values.policyNo ?? '',
    complainant: {
      name: complainant.name ?? '',
      phone: complainant.phone ?? '',
      email: complainant.email ?? '',
      address: complainant.address ?? '',
      relation: complainant.relation ?? '',
    },
    respondentText: values.respondentText ?? '',
    respondentInstitutionId: values.respondentInstitutionId ?? null,
    sellingInstitutionId: values.sellingInstitutionId ?? null,
    concernedIds: values.concernedIds ?? [],
    cover: values.cover,
  }
}

export function registrationOf(values: Values): Registration {
  return {
    ...sharedOf(values),
    channel: values.channel,
    receivedAt: instantOfInput(values.received ?? ''),
    postmarkedOn: values.postmarkedOn || null,
    matter: { facts: values.facts ?? '', demand: values.demand ?? '', remedy: values.remedy ?? '' },
  }
}

/** What was said in the request stands there; only what was added is sent. */
export function conversionOf(requestId: string, values: Values): Conversion {
  const { facts, demand = '', remedy = '' } = values
  return { ...sharedOf(values), requestId, matter: { demand, remedy, ...(facts ? { facts } : {}) } }
}

/** What everybody may see: papers by kind of claim, telephones, and in the demo the last message. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type {
  portalGuide as portalGuideRoute,
  portalContacts as portalContactsRoute,
  demoLastCode as demoLastCodeRoute,
} from '@anpei/contract/portal'
import { neededPapers } from '@anpei/domain/claims'
import { parsePhone } from '@anpei/domain/customers'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { CAUSE_LISTS, CLAIM_KINDS, type ProgrammeVersion } from '@anpei/domain/programme'
import { MOST_FILE_BYTES, MOST_FILES, type Tx } from '../http/index.ts'
import { lastCodeId } from '../identity/index.ts'
import { contactRegister, phoneTextOf } from '../notifications/index.ts'
import { versionOffered } from '../programme/index.ts'

/**
 * CLM-03: which papers each kind of claim needs, from the version of the programme in force today; open to everybody.
 */
export async function guide(tx: Tx): Promise<Decision<Answer<typeof portalGuideRoute>>> {
  const value = await versionOffered(tx)
  if (!value) return refuse('request.not_found')
  const offered = CLAIM_KINDS.filter((kind) => value.benefits.some((benefit) => benefit.claimKind === kind))
  // What a cause needs besides stands in its own list below.
  const papers = (kind: string, vehicle: string) =>
    neededPapers(value.documents, { kinds: [kind], vehicle, cause: null })
  return ok({
    programme: value.title,
    inForceFrom: value.inForceFrom,
    kinds: [
      ...offered.map((kind) => ({ kind, papers: papers(kind, 'none') })),
      ...(offered.includes('death') ? [{ kind: 'transport_death', papers: papers('death', 'commercialRoad') }] : []),
      ...value.documents
        .filter((list) => CAUSE_LISTS.some((ofCause) => ofCause === list.claimKind))
        .map((list) => ({ kind: list.claimKind, papers: [...list.documents] })),
    ],
    promises: value.promises.map(promiseText),
    files: {
      types: ['JPG', 'PNG', 'WEBP', 'HEIC', 'PDF'],
      mostMegabytes: Math.floor(MOST_FILE_BYTES / 1024 / 1024),
      mostFiles: MOST_FILES,
    },
  })
}

/** A promise with its days; where the law is stricter, that is said as well. */
function promiseText({ title, days, unit, cappedBy }: ProgrammeVersion['promises'][number]): string {
  const within = `${title}：${days} 个${unit === 'workingDay' ? '工作日' : '自然日'}内`
  return cappedBy === null ? within : `${within}，且不超过法律规定的期限`
}

/** SRV-11: phones, addresses and the way to complain, from the one register of published contact data. */
export async function contacts(): Promise<Decision<Answer<typeof portalContactsRoute>>> {
  const {
    company,
    hotline,
    hotlineHours,
    elderLine,
    complaintLine,
    regulatorPhone,
    email,
    fax,
    mediation,
    process,
    demo,
    unit,
    address,
    officeHours,
  } = contactRegister()
  return ok({
    company,
    hotline,
    hotlineHours,
    elderLine,
    complaintLine,
    regulatorPhone,
    email,
    fax,
    mediation,
    process,
    demo,
    outlets: [{ name: unit, address, hours: officeHours, phone: hotline }],
  })
}

/**
 * The demo has no mobile network: it shows on the page what the stand-in for SMS was handed. Not there where the demo
 * is off.
 */
export async function showLastCode(
  tx: Tx,
  { body }: Input<typeof demoLastCodeRoute>,
): Promise<Decision<Answer<typeof demoLastCodeRoute>>> {
  if (!tx.app.demo) return refuse('request.not_found')
  const parsed = parsePhone(body.phone)
  if (!parsed.ok) return parsed
  const id = await lastCodeId(tx, parsed.value.phone)
  const text = id ? await phoneTextOf(tx, id) : null
  return ok({ text, code: text?.match(/\d{6}/)?.[0] ?? null })
}

/** How accounts, links and cases look to the family: masked as far as the link allows, codes instead of clerks' words. */
import type { PortalClaim, PortalLink, PortalPaper } from '@anpei/contract/portal'
import { maskIdNumber, maskPhone } from '@anpei/domain/customers'
import { dayOfInstant } from '@anpei/domain/kernel'
import { linkLifecycle, progressOf, type Progress } from '@anpei/domain/portal'
import { parseProgrammeVersion, type DocumentRule, type ProgrammeVersion } from '@anpei/domain/programme'
import { stateOf } from '@anpei/domain/kernel'
import type { Vault } from '../crypto/index.ts'
import { clockCatalogue } from '../sla/index.ts'
import type { CaseRow, ClaimPart } from './store-cases.ts'

export type LinkTold = { readonly name: string; readonly idNumber: string; readonly ownName: string; readonly relation: string }

type LinkRow = { id: string; state: string; basis: string; until_on: string | null; comment: string | null; salt: Buffer; sealed: Buffer }

export function linkTold(vault: Vault, row: { salt: Buffer; sealed: Buffer }): LinkTold {
  const told: unknown = JSON.parse(vault.openText(row.salt, row.sealed))
  const read = (name: string) => (typeof told === 'object' && told !== null && name in told ? String(Reflect.get(told, name)) : '')
  return { name: read('name'), idNumber: read('idNumber'), ownName: read('ownName'), relation: read('relation') }
}

export function linkView(vault: Vault, row: LinkRow): PortalLink {
  const told = linkTold(vault, row)
  return {
    id: row.id, state: stateOf(linkLifecycle, row.state), basis: row.basis === 'register' ? 'register' : 'consent',
    personName: told.name, idNumberMasked: maskIdNumber(told.idNumber), untilOn: row.until_on, comment: row.comment,
  }
}

export function phoneOf(vault: Vault, row: { salt: Buffer; sealed: Buffer }): string {
  const opened: unknown = JSON.parse(vault.openText(row.salt, row.sealed))
  return typeof opened === 'object' && opened !== null && 'phone' in opened ? String(opened.phone) : ''
}

export function phoneMaskedOf(vault: Vault, row: { salt: Buffer; sealed: Buffer }): string {
  return maskPhone(phoneOf(vault, row))
}

export function caseProgress(row: CaseRow): Progress {
  return progressOf({
    reportState: row.reportState, reportedAt: row.receivedAt,
    claim: row.claim && {
      state: row.claim.state, papersCompletedAt: row.claim.papersCompletedAt, decidedAt: row.claim.decidedAt,
      papersMissing: papersOf(row.claim).some((paper) => paper.required && (paper.state === 'missing' || paper.state === 'rejected')),
      accountConfirmed: row.claim.accountConfirmed, lines: row.claim.lines.map((line) => line.state), payments: row.claim.payments,
    },
  })
}

type ProgressPart = Omit<PortalClaim, 'claimId' | 'papers' | 'money' | 'payments' | 'letters'>

/** What the masked look-up shows, and what the case page begins with. */
export function progressView(row: CaseRow, personName: string): ProgressPart {
  const progress = caseProgress(row)
  const papers = row.claim ? papersOf(row.claim) : []
  return {
    caseNo: row.claim?.claimNo ?? row.reportNo, personName, accidentOn: row.accidentOn, steps: [...progress.steps], next: progress.next,
    turn: progress.turn, expected: expectedOf(row, progress),
    papersMissing: papers.filter((paper) => paper.required && (paper.state === 'missing' || paper.state === 'rejected')).length,
  }
}

/** The clock that runs now says when this step ends at the latest, and its own words say why. */
function expectedOf({ claim }: CaseRow, progress: Progress): PortalClaim['expected'] {
  if (!claim?.dueAt || progress.turn !== 'we') return null
  const def = clockCatalogue().defs.find((one) => one.id === claim.dueClock)
  if (!def) return null
  return { dueAt: claim.dueAt, on: dayOfInstant(claim.dueAt), reason: def.name, basis: `${def.basis.document}${def.basis.article}` }
}

export function papersOf(claim: ClaimPart): PortalPaper[] {
  return documentRules(versionOf(claim), claim.kinds, claim.vehicle).map((rule) => {
    const sent = claim.papers.filter((paper) => paper.code === rule.code)
    const last = sent.at(-1)
    const accepted = sent.some((paper) => paper.verdict === 'accepted')
    const state = accepted ? 'accepted' : claim.waived.includes(rule.code) ? 'waived' : last ? last.verdict ?? 'received' : 'missing'
    return {
      code: rule.code, title: rule.title, required: rule.required, substitute: rule.substitute, state,
      reason: state === 'rejected' ? last?.reason ?? null : null, receivedAt: last?.receivedAt ?? null,
    }
  })
}

export function versionOf(claim: ClaimPart): ProgrammeVersion {
  const parsed = parseProgrammeVersion(claim.definition)
  if (!parsed.ok) throw new Error(`programme version of claim ${claim.id}: ${parsed.code}`)
  return parsed.value
}

/** CLM-03: what is always needed, what each kind needs, and what a death in a means of transport needs besides; each once. */
export function documentRules(version: ProgrammeVersion, kinds: readonly string[], vehicle: string): DocumentRule[] {
  const asked = new Set<string>(['always', ...kinds])
  if (kinds.includes('death') && vehicle !== 'none' && vehicle !== 'private') asked.add('transport_death')
  const rules = new Map<string, DocumentRule>()
  for (const list of version.documents) {
    if (!asked.has(list.claimKind)) continue
    for (const rule of list.documents) if (!rules.get(rule.code)?.required) rules.set(rule.code, rule)
  }
  return [...rules.values()]
}

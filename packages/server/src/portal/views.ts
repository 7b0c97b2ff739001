/**
 * How accounts, links and cases look to the family: masked as far as the link allows, codes instead of clerks' words.
 */
import type { PortalClaim, PortalLink } from '@anpei/contract/portal'
import { documentItems } from '@anpei/domain/claims'
import { maskIdNumber, maskPhone } from '@anpei/domain/customers'
import { dayEndingAt, dayOfInstant, stateOf } from '@anpei/domain/kernel'
import { linkLifecycle, progressOf, progressSentence, progressWords, type Progress } from '@anpei/domain/portal'
import { parseProgrammeVersion, type ProgrammeVersion } from '@anpei/domain/programme'
import { causeTold, finishOf } from '../claims/index.ts'
import type { Vault } from '../crypto/index.ts'
import type { Tx } from '../http/index.ts'
import { definitionsOf } from '../sla/index.ts'
import { promisedAtFirst, type CaseRow } from './store-cases.ts'

export type LinkTold = {
  readonly name: string
  readonly idNumber: string
  readonly ownName: string
  readonly relation: string
}

type LinkRow = {
  id: string
  state: string
  basis: string
  until_on: string | null
  comment: string | null
  salt: Buffer
  sealed: Buffer
}

export function linkTold(vault: Vault, row: { salt: Buffer; sealed: Buffer }): LinkTold {
  const told: unknown = JSON.parse(vault.openText(row.salt, row.sealed))
  const read = (name: string) =>
    typeof told === 'object' && told !== null && name in told ? String(Reflect.get(told, name)) : ''
  return { name: read('name'), idNumber: read('idNumber'), ownName: read('ownName'), relation: read('relation') }
}

export function linkView(vault: Vault, row: LinkRow): PortalLink {
  const told = linkTold(vault, row)
  return {
    id: row.id,
    state: stateOf(linkLifecycle, row.state),
    basis: row.basis === 'register' ? 'register' : 'consent',
    personName: told.name,
    idNumberMasked: maskIdNumber(told.idNumber),
    untilOn: row.until_on,
    comment: row.comment,
  }
}

export function phoneOf(vault: Vault, row: { salt: Buffer; sealed: Buffer }): string {
  const opened: unknown = JSON.parse(vault.openText(row.salt, row.sealed))
  return typeof opened === 'object' && opened !== null && 'phone' in opened ? String(opened.phone) : ''
}

export function phoneMaskedOf(vault: Vault, row: { salt: Buffer; sealed: Buffer }): string {
  return maskPhone(phoneOf(vault, row))
}

export function caseProgress(vault: Vault, row: CaseRow): Progress {
  return progressOf({
    reportState: row.reportState,
    reportedAt: row.receivedAt,
    claim: row.claim && {
      state: row.claim.state,
      papersCompletedAt: row.claim.papersCompletedAt,
      decidedAt: row.claim.decidedAt,
      papersMissing: missingPapers(vault, row.claim) > 0,
      accountConfirmed: row.claim.accountConfirmed,
      accountWaiting: row.claim.accountWaiting,
      decisionOnItsWay: row.claim.decisionOnItsWay,
      lines: row.claim.lines,
      payments: row.claim.payments,
    },
  })
}

type ProgressPart = Omit<PortalClaim, 'claimId' | 'papers' | 'money' | 'payments' | 'messages' | 'letters'>

/** What the masked look-up shows, and what the case page begins with. */
export async function progressView(tx: Tx, row: CaseRow, personName: string): Promise<ProgressPart> {
  const progress = caseProgress(tx.vault, row)
  const expected = await expectedOf(tx, row, progress)
  const finish = await finishFor(tx, row, progress)
  return {
    caseNo: row.claim?.claimNo ?? row.reportNo,
    personName,
    accidentOn: row.accidentOn,
    steps: [...progress.steps],
    next: progress.next,
    turn: progress.turn,
    expected,
    finish,
    sentence: progressSentence(progressWords(progress, expected?.on ?? null, finish, dayOfInstant(tx.now))),
    papersMissing: missingPapers(tx.vault, row.claim),
  }
}

/** Only while it is our turn: what the family takes is for the family to say. */
export async function finishFor(tx: Tx, { claim, dueAt }: CaseRow, progress: Progress): Promise<PortalClaim['finish']> {
  return claim && progress.turn === 'we' ? finishOf(tx, claim.id, dueAt) : null
}

/** The clock that runs now says when this step ends at the latest, and its own words say why. */
export async function expectedOf(
  tx: Tx,
  { dueAt, dueClock, claim, reportId }: CaseRow,
  progress: Progress,
): Promise<PortalClaim['expected']> {
  if (dueAt === null || progress.turn !== 'we') return null
  const def = (await definitionsOf(tx)).versionOf(dueClock ?? '')
  if (!def) return null
  const promised = await promisedAtFirst(tx.db, tx.actor.tenantId, claim?.id ?? reportId, def.id)
  return {
    dueAt,
    on: dayEndingAt(dueAt),
    reason: def.name,
    basis: `${def.basis.document}${def.basis.article}`,
    putOffFrom: promised && dayEndingAt(promised),
  }
}

function missingPapers(vault: Vault, claim: CaseRow['claim']): number {
  if (!claim) return 0
  const items = documentItems({
    lists: definitionOf(claim.definition).documents,
    kinds: claim.kinds,
    vehicle: claim.vehicle,
    cause: causeTold(vault, claim.told),
    papers: claim.papers,
    waivedCodes: claim.waived,
    accountConfirmed: claim.accountConfirmed,
  })
  const open = items.filter((item) => item.required && (item.state === 'missing' || item.state === 'rejected'))
  return open.filter((item) => !claim.weAsk.includes(item.code)).length
}

function definitionOf(stored: unknown): ProgrammeVersion {
  const parsed = parseProgrammeVersion(stored)
  if (!parsed.ok) throw new Error(`a stored programme version: ${parsed.code} ${JSON.stringify(parsed.facts)}`)
  return parsed.value
}

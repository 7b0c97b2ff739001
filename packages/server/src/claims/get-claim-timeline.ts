/** The timeline of a claim: what happened, when, by whom; its report's events first. */
import type { getClaimTimeline as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { BENEFIT_WORDS, UNDERPAYMENT_CAUSES } from '@anpei/domain/claims'
import { formatYuan, ok, type Decision } from '@anpei/domain/kernel'
import { proxyWords } from '../customers/index.ts'
import { eventsOf, type StoredEvent } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { staffNames } from '../identity/index.ts'
import { findClaim } from './store-claims.ts'

export async function getClaimTimeline(
  tx: Tx,
  { params }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const claim = await findClaim(tx, params.claimId, 'claim.read')
  if (!claim.ok) return claim
  const { tenantId } = tx.actor
  const [ofReport, ofClaim] = await Promise.all([
    eventsOf(tx.db, tenantId, claim.value.reportId),
    eventsOf(tx.db, tenantId, claim.value.id),
  ])
  const events = [...ofReport, ...ofClaim].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
  const [names, helperOf] = await Promise.all([
    staffNames(tx.db, tenantId, events.flatMap(staffIn)),
    proxyWords(tx.db, tenantId, events),
  ])
  return ok({
    entries: events.map((event) => ({
      id: event.id,
      at: event.at,
      name: event.name,
      title: tx.app.eventTitle(event.name, event.facts),
      detail: detailOf(event, names),
      by: actorName(event, names, helperOf),
      reason: event.reason,
    })),
  })
}

/** Who acted, and to whom a case was given. */
function staffIn(event: StoredEvent): string[] {
  const { ownerId } = event.facts
  return [
    ...(event.actorKind === 'staff' && event.actorId ? [event.actorId] : []),
    ...(typeof ownerId === 'string' ? [ownerId] : []),
  ]
}

type HelperOf = Awaited<ReturnType<typeof proxyWords>>

/** For whom a person of the staff wrote it down is said first (CUS-05). */
function actorName(event: StoredEvent, names: ReadonlyMap<string, string>, helperOf: HelperOf): string {
  const helper = helperOf(event.facts)
  if (event.actorKind === 'customer') return helper ?? '客户'
  if (event.actorKind === 'api_key') return '接口'
  if (event.actorKind !== 'staff') return '系统'
  const name = names.get(event.actorId ?? '') ?? '工作人员'
  return helper === undefined ? name : `${helper}，${name}经办`
}

function detailOf(event: StoredEvent, names: ReadonlyMap<string, string>): string {
  const { payableFen, amountFen, ownerId, accepted, rejected, newDueOn } = event.facts
  if (event.name === 'claim.underpayment_found') return owedText(event.facts)
  if (typeof newDueOn === 'string') return `新的日期 ${newDueOn}`
  const fen = typeof payableFen === 'number' ? payableFen : amountFen
  if (typeof fen === 'number') return formatYuan(BigInt(fen))
  if (typeof accepted === 'number' && typeof rejected === 'number') return judgedText(accepted, rejected)
  return typeof ownerId === 'string' ? (names.get(ownerId) ?? '') : ''
}

function owedText({ benefit, owedFen, causes }: StoredEvent['facts']): string {
  const words = new Map<unknown, string>([...Object.entries(BENEFIT_WORDS), ...Object.entries(UNDERPAYMENT_CAUSES)])
  const what = words.has(benefit) ? `${words.get(benefit)}：` : ''
  const owed = typeof owedFen === 'number' ? `还欠 ${formatYuan(BigInt(owedFen))}` : '还欠多少待核'
  const why = Array.isArray(causes) ? causes.flatMap((one) => words.get(one) ?? []) : []
  return `${what}${owed}${why.length > 0 ? `（${why.join('；')}）` : ''}`
}

function judgedText(accepted: number, rejected: number): string {
  const parts = [accepted > 0 ? `通过 ${accepted} 份` : '', rejected > 0 ? `不通过 ${rejected} 份` : '']
  return parts.filter(Boolean).join('，')
}

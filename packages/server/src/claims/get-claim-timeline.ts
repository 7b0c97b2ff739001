/** The timeline of a claim: what happened, when, by whom; its report's events first. */
import type { getClaimTimeline as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { eventTitle } from '@anpei/domain/claims'
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
  const [names, proxies] = await Promise.all([
    staffNames(tx.db, tenantId, events.flatMap(staffIn)),
    proxyWords(tx.db, tenantId, events),
  ])
  return ok({
    entries: events.map((event) => ({
      id: event.id,
      at: event.at,
      name: event.name,
      title: eventTitle(event.name, event.facts),
      detail: detailOf(event, names),
      by: actorName(event, names, proxies),
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

type Words = ReadonlyMap<string, string>

function actorName(event: StoredEvent, names: Words, proxies: Words): string {
  if (event.actorKind === 'customer') return proxies.get(String(event.facts['proxyId'])) ?? '客户'
  if (event.actorKind === 'api_key') return '接口'
  return event.actorKind === 'staff' ? (names.get(event.actorId ?? '') ?? '工作人员') : '系统'
}

function detailOf(event: StoredEvent, names: ReadonlyMap<string, string>): string {
  const { payableFen, amountFen, ownerId, accepted, rejected } = event.facts
  const fen = typeof payableFen === 'number' ? payableFen : amountFen
  if (typeof fen === 'number') return formatYuan(BigInt(fen))
  if (typeof accepted === 'number' && typeof rejected === 'number') return judgedText(accepted, rejected)
  return typeof ownerId === 'string' ? (names.get(ownerId) ?? '') : ''
}

function judgedText(accepted: number, rejected: number): string {
  const parts = [accepted > 0 ? `通过 ${accepted} 份` : '', rejected > 0 ? `不通过 ${rejected} 份` : '']
  return parts.filter(Boolean).join('，')
}

/**
 * CMP-12: a person decides, with a reason, whether complaints with something in common hang together. They stand beside
 * each other then, and nothing else happens: no clock is derived anew, no class, cause or priority changes. Nobody who
 * must keep out of one of them decides (CMP-05).
 */
import type { decideComplaintLink as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { LINK_SIGNALS, LINK_VERDICTS } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { writeAsOne } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'
import { newLinkWriting } from '../store-links.ts'
import { lockToCoordinate } from '../work-on.ts'
import { findSignals } from './find-signals.ts'
import { linkageWriting } from './store-linkage.ts'

export async function decideComplaintLink(
  tx: Tx,
  { body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { kind, verdict, reason } = body
  const asked = [...new Set(body.complaintIds)].sort()
  const { signals } = await findSignals(tx, body.days)
  const signal = signals.find((one) => one.kind === kind && [...one.complaintIds].sort().join() === asked.join())
  if (!signal) return refuse('complaint.signal_changed')
  for (const id of asked) {
    const locked = await lockToCoordinate(tx, id)
    if (!locked.ok) return locked
    const facts = { kindWord: LINK_SIGNALS[kind], verdictWord: LINK_VERDICTS[verdict], count: asked.length }
    const { personId } = locked.value
    tx.record({ name: 'complaint.linkage_decided', subject: { kind: 'complaint', id }, personId, reason, facts })
  }
  const [first = '', ...others] = asked
  const links = verdict === 'linked' ? others.map((id) => newLinkWriting(tx, first, { kind: 'complaint', id })) : []
  const told = { signal: signal.reason, reason }
  tx.later(writeAsOne(tx.db, [linkageWriting(tx, { kind, verdict, complaintIds: asked, told }), ...links]))
  return ok({ verdict, count: asked.length })
}

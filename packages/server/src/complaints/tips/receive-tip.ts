/**
 * CMP-12: however a 举报 reached us, it begins here: a number of its own series, its words sealed, whoever it names and
 * their line kept out, and a code whose hash alone is kept. The same code again is the same report.
 */
import { decideReporter, type Reporter } from '@anpei/domain/complaints'
import { parsePhone } from '@anpei/domain/customers'
import { ok, refuse, type Decision, type Instant } from '@anpei/domain/kernel'
import type { ChannelName } from '@anpei/domain/service-desk'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { deriveClocks } from '../../sla/index.ts'
import { hide, hidingOf, tellHearers, type Hiding } from './hiding.ts'
import { keepTipPapers } from './keep-tip-papers.ts'
import { concernedBy, hearersOf } from './store-hearers.ts'
import { saveTipDue } from './store-tip-due.ts'
import { insertTipEntry } from './store-tip-file.ts'
import { insertTip } from './store-tips.ts'

export type Arriving = {
  readonly code: string
  readonly channel: ChannelName
  readonly receivedAt: Instant
  readonly reporter: Reporter
  readonly facts: string
  readonly against: string
  readonly origin: string
  readonly concernedIds: readonly string[]
  readonly institutionId: string | null
  readonly files: readonly ArrivedFile[]
  /** Papers that came before with a request. */
  readonly documentIds: readonly string[]
}
/** `hiding` null: it was here already. */
export type Arrived = { readonly id: string; readonly salt: Buffer; readonly hiding: Hiding | null }

const WITH_IT = '随举报提交的材料'

export async function receiveTip(tx: Tx, arriving: Arriving): Promise<Decision<Arrived>> {
  const { channel, receivedAt, facts, against, origin } = arriving
  if (receivedAt > tx.now) return refuse('tip.received_in_future')
  if (facts === '') return refuse('tip.no_words')
  const decided = readReporter(arriving.reporter)
  if (!decided.ok) return decided
  const { named, ...reporter } = decided.value
  const concerned = await concernedBy(tx, { ...arriving, words: `${facts}\n${against}` })
  const hearers = await hearersOf(tx, concerned)
  if (!hearers.ok) return hearers
  const tip = { id: newId(), salt: tx.vault.newSalt() }
  const tipNo = await tx.app.numbers.draw(tx.db, 'tip', tx.now)
  const told = { reporter, facts, against, origin, conclusion: null, judgement: '' }
  const { code } = arriving
  const made = await insertTip(tx, { ...tip, ...concerned, tipNo, channel, receivedAt, named, told, code })
  if (!made) return ok({ ...tip, hiding: null })
  const kept = await keepTipPapers(tx, tip.id, channel, arriving.files)
  if (!kept.ok) return kept
  const documentIds = [...arriving.documentIds, ...kept.value]
  if (documentIds.length > 0) await insertTipEntry(tx, tip, { kind: 'facts', byId: null, documentIds, text: WITH_IT })
  const subject = { kind: 'tip', id: tip.id }
  tx.record({ name: 'whistleblow.received', subject, at: receivedAt, facts: { via: channel } })
  const next = await deriveClocks(tx, subject, true)
  tx.later(saveTipDue(tx, [{ id: tip.id, ...next }]))
  const hiding = hidingOf(concerned, hearers.value)
  await hide(tx, subject, hiding)
  tellHearers(tx, hiding)
  return ok({ ...tip, hiding })
}

function readReporter(reporter: Reporter): Decision<Reporter> {
  const phone = reporter.named && reporter.phone !== '' ? parsePhone(reporter.phone) : null
  if (phone && !phone.ok) return phone
  return decideReporter({ ...reporter, phone: phone?.value.phone ?? '' })
}

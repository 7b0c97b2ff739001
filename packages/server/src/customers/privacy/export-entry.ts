/**
 * CUS-09: every file with personal data that is made to leave a screen has an entry with who, why, for whom and how
 * many, and carries its number. For somebody outside it needs a sharing entry that is confirmed and in force.
 */
import { decideSharing, pickSharing, type PartnerKind } from '@anpei/domain/customers'
import { dayOfInstant, minuteText, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Mark } from '../../files/index.ts'
import { systemWrite, type Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { purposes } from './privacy-lists.ts'
import { confirmedOfKind, findSharing, insertExport } from './store-sharing.ts'

export type NewExport = {
  readonly what: string
  readonly format: string
  readonly reason: string
  /** Null: it stays in the house, or goes to the person it is about. */
  readonly partnerId: string | null
  readonly rowCount: number | null
  readonly sha256: Buffer | null
  readonly subjectId: string | null
  /** Of many persons, none of whom was asked. */
  readonly bulk: boolean
}

export async function enterExport(tx: Tx, made: NewExport): Promise<Decision<{ id: string; mark: Mark }>> {
  if (made.partnerId !== null) {
    const entry = await findSharing(tx.db, tx.actor.tenantId, made.partnerId)
    const allowed = decideSharing(
      entry && { state: entry.state, fromOn: entry.from_on, toOn: entry.to_on },
      dayOfInstant(tx.now),
    )
    if (!allowed.ok) return allowed
    const purpose = purposes().find((one) => one.id === entry?.purpose)
    if (made.bulk && purpose?.basis === 'consent') return refuse('customers.sharing_needs_consent')
  }
  return ok(await writeExport(tx, { ...made, personIds: [] }))
}

/** A list read from a screen: reading opens no transaction of its own, and the entry stands before the file leaves. */
export async function enterList(
  tx: Tx,
  list: Pick<NewExport, 'what' | 'format' | 'reason' | 'rowCount'>,
): Promise<Decision<{ mark: Mark }>> {
  const made = { ...list, partnerId: null, sha256: null, subjectId: null, bulk: true }
  return systemWrite(tx.app, tx.actor, (own) => enterExport(own, made))
}

export type Leaving = {
  readonly to: { readonly kind: PartnerKind; readonly partner: string }
  readonly what: 'bank_file' | 'bank_transfer' | 'insurer_case' | 'insurer_papers' | 'authority_letter'
  readonly format: string
  readonly reason: string
  readonly rowCount: number
  readonly sha256: Buffer | null
  /** The batch, the letter, the case it is about. */
  readonly subjectId: string
  /** Whose data it holds; of persons outside the register none. */
  readonly personIds: readonly string[]
}

/**
 * What goes to a bank, an insurer or an office in the course of the work: under the register's entry for that partner,
 * written down with whose data went. Refused where no entry is in force; for each person it stands under 对外提供.
 */
export async function shareOut(tx: Tx, leaving: Leaving): Promise<Decision<{ mark: Mark }>> {
  const entry = await sharingInForce(tx, leaving.to)
  if (!entry.ok) return entry
  const { to: _to, ...made } = leaving
  return ok(await writeExport(tx, { ...made, partnerId: entry.value }))
}

/** The entry under which something may go to this partner today. */
export async function sharingInForce(tx: Tx, to: Leaving['to']): Promise<Decision<string>> {
  const offers = (await confirmedOfKind(tx, to.kind)).map((one) => ({
    ...one,
    kind: to.kind,
    state: 'active' as const,
  }))
  const picked = pickSharing(offers, to, dayOfInstant(tx.now))
  return picked.ok ? ok(picked.value.id) : picked
}

type Written = Omit<NewExport, 'bulk'> & { readonly personIds: readonly string[] }

async function writeExport(tx: Tx, made: Written): Promise<{ id: string; mark: Mark }> {
  const id = newId()
  const no = await tx.app.numbers.draw(tx.db, 'export', tx.now)
  await insertExport(tx, { ...made, id, exportNo: no })
  tx.record({
    name: 'export.made',
    subject: { kind: 'export_record', id },
    facts: { exportNo: no, what: made.what, format: made.format, partnerId: made.partnerId, rows: made.rowCount },
  })
  return { id, mark: { no, text: `导出 ${no}　${tx.actor.name}　${minuteText(tx.now)}` } }
}

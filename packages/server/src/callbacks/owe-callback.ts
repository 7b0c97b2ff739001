/**
 * CBK-01, CMP-10: somebody is owed a callback. Any row may say so, as often as it likes: for one subject, occasion and
 * round there is one. It has its caller at once, who has not handled the matter.
 */
import { OCCASIONS, type CallbackOccasion } from '@anpei/domain/callbacks'
import { parsePhone } from '@anpei/domain/customers'
import { ok, type Day, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { loadPerson, useAllowed } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { chooseCaller } from './choose-caller.ts'
import { dropCallbacks } from './drop-callback.ts'
import { settleCallback } from './store-due.ts'
import { recordCallback } from './record-callback.ts'
import { callbacksWhere, insertCallback } from './store.ts'

export type Owed = {
  readonly occasion: CallbackOccasion
  readonly subject: { readonly kind: string; readonly id: string }
  /** The number of the case, as people say it. */
  readonly about: string
  /** The second time the same is asked about (reopened, closed again) is round 2. */
  readonly round?: number
  /** The person of the register it is about; called unless `contact` names somebody else. */
  readonly personId: string | null
  readonly contact?: { readonly name: string; readonly phone: string; readonly relation: string }
  readonly dueOn: Day
  /** If earlier than now: promises run from here. */
  readonly owedAt?: Instant
  /** Who must not call: handled it, or was complained about. */
  readonly excluded: readonly string[]
  /** Only these may see it and call (举报). */
  readonly onlyBy?: readonly string[]
}

/** The id, of the new callback or of the one that is owed already. */
export async function oweCallback(tx: Tx, owed: Owed): Promise<string> {
  const { occasion, subject, contact, personId, round = 1, onlyBy = null } = owed
  if (personId === null && !contact) throw new Error(`a callback of nobody: ${subject.kind} ${subject.id}`)
  const person = personId ? await loadPerson(tx.db, tx.actor.tenantId, personId) : undefined
  const id = newId()
  const callbackNo = await tx.app.numbers.draw(tx.db, 'callback', tx.now)
  const ownerId = await chooseCaller(tx, {
    excluded: owed.excluded,
    onlyBy,
    dialect: person?.careMarks.includes('dialect') ?? false,
  })
  const { concealed, use } = OCCASIONS[occasion]
  const isNew = await insertCallback(tx, {
    id,
    callbackNo,
    occasion,
    subject,
    round,
    about: owed.about,
    personId,
    villageCode: person?.villageCode ?? null,
    dueOn: owed.dueOn,
    owedAt: owed.owedAt ?? tx.now,
    ownerId,
    excluded: owed.excluded,
    concealed,
    onlyBy,
    told: { name: contact?.name ?? '', phone: normalPhone(contact?.phone ?? ''), relation: contact?.relation ?? '' },
  })
  if (!isNew) return knownId(tx, owed, round)
  recordCallback(tx, { id, personId, onlyBy }, 'callback.owed', {
    at: owed.owedAt ?? tx.now,
    facts: {
      callbackNo,
      occasion,
      subjectKind: subject.kind,
      subjectId: subject.id,
      round,
      dueOn: owed.dueOn,
      ...(ownerId ? { ownerId } : {}),
    },
  })
  const allowed = use && personId ? await useAllowed(tx, personId, use) : ok(null)
  if (!allowed.ok) {
    await dropCallbacks(tx, subject, DROPPED[allowed.code] ?? allowed.code)
  } else await settleCallback(tx, id, true)
  return id
}

const DROPPED: Readonly<Record<string, string>> = {
  'customers.use_withdrawn': '客户已撤回满意度回访的同意',
  'customers.use_without_consent': '客户没有同意满意度回访',
  'customers.use_restricted': '客户要求删除资料，已停止其他使用',
}

async function knownId(tx: Tx, { subject, occasion }: Owed, round: number): Promise<string> {
  const [known] = await callbacksWhere(
    tx,
    sql`c.subject_id = ${subject.id} and c.occasion = ${occasion} and c.round = ${round}`,
  )
  if (!known) throw new Error(`a callback of ${subject.id} is owed and is not there`)
  return known.id
}

/** As told, where it is no number we know the form of. */
function normalPhone(told: string): string {
  const phone = told === '' ? null : parsePhone(told)
  return phone?.ok ? phone.value.phone : told
}

/** Writes and reads what answers opened (CBK-02); words of people lie sealed. */
import { followUpLifecycle, type FollowUpKind, type FollowUpState } from '@anpei/domain/callbacks'
import { stateOf, type Day, type Transition } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'

type Part = { readonly question: string; readonly text: string }
export type FollowUpTold = { readonly parts: readonly Part[]; readonly result: string }
export type Made = { readonly kind: string; readonly id: string }

export type FollowUpRow = {
  readonly id: string
  readonly callbackId: string
  readonly callbackNo: string
  readonly name: string
  readonly kind: FollowUpKind
  readonly state: FollowUpState
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly dueOn: Day
  readonly madeKind: string | null
  readonly madeId: string | null
  readonly salt: Buffer
  readonly told: FollowUpTold
}

export async function insertFollowUp(
  tx: Tx,
  made: {
    readonly id: string
    readonly callbackId: string
    readonly personId: string | null
    readonly kind: FollowUpKind
    readonly ownerId: string
    readonly dueOn: Day
    readonly told: FollowUpTold
  },
): Promise<void> {
  const salt = tx.vault.newSalt()
  await tx.db
    .insertInto('callback_follow_up')
    .values({
      tenant_id: tx.actor.tenantId,
      id: made.id,
      callback_id: made.callbackId,
      person_id: made.personId,
      kind: made.kind,
      state: followUpLifecycle.initial,
      owner_id: made.ownerId,
      due_on: made.dueOn,
      opened_at: tx.now,
      salt,
      sealed: tx.vault.seal(salt, JSON.stringify(made.told)),
    })
    .execute()
}

export async function endFollowUp(
  tx: Tx,
  row: Pick<FollowUpRow, 'id' | 'salt' | 'told'>,
  ended: {
    readonly moved: Transition<FollowUpState>
    readonly result: string
    readonly made: Made | null
  },
): Promise<void> {
  await tx.db
    .updateTable('callback_follow_up')
    .set({
      state: ended.moved.to,
      done_at: tx.now,
      done_by: tx.actor.id,
      made_kind: ended.made?.kind ?? null,
      made_id: ended.made?.id ?? null,
      sealed: tx.vault.seal(row.salt, JSON.stringify({ ...row.told, result: ended.result })),
    })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', row.id)
    .execute()
}

type Columns = Omit<FollowUpRow, 'told' | 'state' | 'name'> & {
  state: string
  personName: string | null
  sealed: Buffer
  callbackSalt: Buffer
  callbackSealed: Buffer
}

/** `where` speaks of the follow-up `f` and its callback `c`. */
export async function followUpsWhere(tx: Tx, where: RawBuilder<unknown>): Promise<FollowUpRow[]> {
  const { rows } = await sql<Columns>`select f.id, f.callback_id as "callbackId", c.callback_no as "callbackNo",
      p.name as "personName", f.kind, f.state, f.owner_id as "ownerId", u.name as "ownerName", f.due_on as "dueOn",
      f.made_kind as "madeKind", f.made_id as "madeId", f.salt, f.sealed, c.salt as "callbackSalt",
      c.sealed as "callbackSealed"
    from callback_follow_up f
    join callback c on c.tenant_id = f.tenant_id and c.id = f.callback_id
    left join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    left join staff_user u on u.tenant_id = f.tenant_id and u.id = f.owner_id
    where f.tenant_id = ${tx.actor.tenantId} and ${where}`.execute(tx.db)
  return rows.map(({ sealed, state, personName, callbackSalt, callbackSealed, ...row }) => {
    const told = readTold(tx.vault.openText(row.salt, sealed))
    const { name }: { name: string } = JSON.parse(tx.vault.openText(callbackSalt, callbackSealed))
    return { ...row, state: stateOf(followUpLifecycle, state), name: name === '' ? (personName ?? '') : name, told }
  })
}

/** Once each question had a follow-up of its own. */
function readTold(json: string): FollowUpTold {
  const told: FollowUpTold | (Part & { readonly result: string }) = JSON.parse(json)
  return 'parts' in told ? told : { parts: [{ question: told.question, text: told.text }], result: told.result }
}

/** 理赔复议 as screens show them (CLM-16). */
import type { ReconsiderationView } from '@anpei/contract/claims'
import { reconsiderationLifecycle } from '@anpei/domain/claims'
import { stateOf, type Day, type Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'

type Columns = {
  id: string
  claim_salt: Buffer
  state: string
  asked_on: Day
  sealed: Buffer
  before_fen: bigint
  outcome: string | null
  barred: string[] | null
  letter_no: string | null
  maker: string | null
  made_at: Instant
  answered_at: Instant | null
}

/** Rows of `reconsideration x`. */
export async function reconsiderationViews(tx: Tx, where: RawBuilder<boolean>): Promise<ReconsiderationView[]> {
  const { rows } = await sql<Columns>`
    select x.id, c.salt as claim_salt, x.state, x.asked_on, x.sealed, x.before_fen, x.outcome, t.letter_no,
      m.name as maker, x.made_at, x.answered_at,
      (select json_agg(u.name order by u.name) from staff_user u where u.tenant_id = x.tenant_id
        and u.id = any(x.barred)) as barred
    from reconsideration x join claim c on c.tenant_id = x.tenant_id and c.id = x.claim_id
    left join letter t on t.tenant_id = x.tenant_id and t.id = x.letter_id
    left join staff_user m on m.tenant_id = x.tenant_id and m.id = x.made_by
    where x.tenant_id = ${tx.actor.tenantId} and ${where} order by x.made_at, x.id limit 50`.execute(tx.db)
  return rows.map((row) => {
    const state = stateOf(reconsiderationLifecycle, row.state)
    return {
      id: row.id,
      state,
      stateWord: reconsiderationLifecycle.states[state].zh,
      askedOn: row.asked_on,
      said: tx.vault.openText(row.claim_salt, row.sealed),
      beforeFen: Number(row.before_fen),
      outcome: row.outcome === 'upheld' || row.outcome === 'changed' ? row.outcome : null,
      barred: row.barred ?? [],
      letterNo: row.letter_no,
      madeBy: row.maker ?? '',
      madeAt: row.made_at,
      answeredAt: row.answered_at,
    }
  })
}

/** ORG-02: head office issues guidance to units, each of which is to receive it and report that it is done by a day. */
import type { issueGuidance as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { unitName } from '../store-organisation.ts'
import { insertGuidance } from './store-units.ts'

export async function issueGuidance(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { db, actor } = tx
  const units = [...new Map(body.units.map((unit) => [unit.id, unit])).values()]
  const names = await Promise.all(units.map((unit) => unitName(db, actor.tenantId, unit.kind, unit.id)))
  if (names.includes(null)) return refuse('identity.unknown_choice', { what: '机构或部门' })
  const id = newId()
  await insertGuidance(
    db,
    actor.tenantId,
    { id, title: body.title, text: body.text, dueOn: body.dueOn, by: actor.id, at: tx.now },
    units,
  )
  tx.record({
    name: 'guidance.issued',
    subject: { kind: 'guidance', id },
    facts: { dueOn: body.dueOn, units: units.map((unit) => unit.id) },
  })
  return ok({ id })
}

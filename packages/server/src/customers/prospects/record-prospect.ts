/** CUS-01: somebody interested is recorded with name and telephone; nothing else is asked for. */
import type { ProspectView, recordProspect as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { parseName, parsePhone } from '@anpei/domain/customers'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { insertProspect, lockProspect } from './store-prospects.ts'
import { prospectView } from './views-prospects.ts'

export async function recordProspect(tx: Tx, { body }: Input<typeof route>): Promise<Decision<ProspectView>> {
  const { db, actor, vault } = tx
  const name = parseName(body.name)
  if (!name.ok) return name
  const phone = parsePhone(body.phone)
  if (!phone.ok) return phone
  const [id, salt] = [newId(), vault.newSalt()]
  const isNew = await insertProspect(db, actor.tenantId, {
    id,
    name: name.value,
    phoneHash: vault.lookupHash('phone', phone.value.phone),
    salt,
    sealed: vault.seal(salt, JSON.stringify({ phone: phone.value.phone, note: body.note })),
    villageCode: body.villageCode,
    by: actor.id,
    at: tx.now,
  })
  if (!isNew) return refuse('customers.prospect_known')
  tx.record({ name: 'prospect.recorded', subject: { kind: 'prospect', id } })
  const row = await lockProspect(db, actor.tenantId, id)
  return row ? ok(prospectView(tx, row)) : refuse('request.not_found')
}

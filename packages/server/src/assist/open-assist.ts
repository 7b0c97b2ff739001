/**
 * ORG-01: a broker or an agency opens a case for its client. Contradictions are said here, before any insurer sees
 * it.
 */
import type { AssistStand, openAssist as route } from '@anpei/contract/assist'
import type { Input } from '@anpei/contract/kernel'
import { assistLifecycle, decideOpening } from '@anpei/domain/assist'
import { decideReport } from '@anpei/domain/claims'
import { parseIdNumber, parseName, parsePhone } from '@anpei/domain/customers'
import { dayOfInstant, ok, type Decision } from '@anpei/domain/kernel'
import { KEPT_BY } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { settleAssist } from './settle-assist.ts'
import { standOf } from './stand.ts'
import { housesOf, insertAssist } from './store.ts'

export async function openAssist(tx: Tx, { body }: Input<typeof route>): Promise<Decision<AssistStand>> {
  const { accident } = body
  const today = dayOfInstant(tx.now)
  const name = parseName(body.clientName)
  if (!name.ok) return name
  const idNumber = parseIdNumber(body.clientIdNumber, today)
  if (!idNumber.ok) return idNumber
  const phone = body.clientPhone === '' ? null : parsePhone(body.clientPhone)
  if (phone && !phone.ok) return phone
  const { birthOn } = idNumber.value
  const stands = decideReport({ ...accident, today, person: { birthOn, diedOn: null } })
  if (!stands.ok) return stands
  const houses = await housesOf(tx)
  const insurer = decideOpening({
    tenantKind: houses.kind,
    insurerTenantId: body.insurerTenantId,
    insurerName: body.insurerName,
    insurersHere: houses.insurers,
  })
  if (!insurer.ok) return insurer

  const id = newId()
  const assistNo = await tx.app.numbers.draw(tx.db, 'assist', tx.now)
  await insertAssist(tx, {
    id,
    assistNo,
    clientName: name.value,
    insurerTenantId: insurer.value.tenantId,
    insurerName: insurer.value.name,
    ownerId: tx.actor.kind === 'staff' ? tx.actor.id : null,
    told: { idNumber: idNumber.value.idNumber, phone: phone?.value.phone ?? '', accident },
  })
  tx.record({
    name: 'assist.opened',
    subject: { kind: 'assisted_claim', id },
    facts: {
      assistNo,
      insurerTenantId: insurer.value.tenantId,
      accidentOn: accident.accidentOn,
      kinds: accident.kinds,
      ...(tx.actor.kind === 'staff' ? { [KEPT_BY]: tx.actor.institutionId } : {}),
    },
  })
  await settleAssist(tx, id, true)
  return ok(standOf({ id, assistNo }, assistLifecycle.initial))
}

/**
 * POR-03, SRV-09: a family books a visit or a video on the phone that was proved. Where the named person is one this
 * account acts for, the visit is that person's; else it is kept by name, and nothing of the register is told.
 */
import type { portalBookVisit as route, VisitStand } from '@anpei/contract/visits'
import type { Input } from '@anpei/contract/kernel'
import { dayOfInstant, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { countAttempt } from '../identity/index.ts'
import { requestVisit } from '../visits/index.ts'
import { linkedPersons, loadAccount } from './store.ts'
import { phoneOf } from './views.ts'

const MOST_A_DAY = 10

export async function bookVisit(tx: Tx, { body }: Input<typeof route>): Promise<Decision<VisitStand>> {
  const { actor, db, vault } = tx
  const limit = { what: 'portal_visit', key: actor.id, most: MOST_A_DAY, minutes: 24 * 60 }
  const minutes = await countAttempt(tx, [limit])
  if (minutes > 0) return refuse('request.too_many', { minutes })
  const [account, linked] = await Promise.all([
    loadAccount(db, actor.tenantId, actor.id),
    linkedPersons(db, actor.tenantId, actor.id, dayOfInstant(tx.now), 'look_up'),
  ])
  if (!account) return refuse('request.sign_in_first')
  const person = linked.find((one) => one.name === body.name)
  return requestVisit(tx, {
    body: {
      ...body,
      personId: person?.id ?? null,
      phone: body.phone || phoneOf(vault, account),
      villageCode: null,
      subject: null,
      channel: 'portal',
      requestedAt: null,
    },
  })
}

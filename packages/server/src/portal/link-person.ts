/**
 * CUS-05: an account acts for a person at once when name, ID number and the account's proved phone all fit the
 * register.
 * The same refusal whichever does not fit, and few tries: nobody learns who is in the register.
 */
import type { portalLinkPerson as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import { normaliseName, parseIdNumber } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { linkLifecycle } from '@anpei/domain/portal'
import type { Tx } from '../http/index.ts'
import { countAttempt } from '../identity/index.ts'
import { newId } from '../kernel/index.ts'
import { findRegistered, insertLink, linkedPersons, loadAccount } from './store.ts'
import { endEarlierLink } from './earlier-link.ts'
import { linkView } from './views.ts'

export async function linkPerson(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { actor, db, vault } = tx
  const parsed = parseIdNumber(body.idNumber, dayOfInstant(tx.now))
  if (!parsed.ok) return parsed
  const minutes = await countAttempt(tx, [{ what: 'link', key: actor.id, most: 10, minutes: 60 }])
  if (minutes > 0) return refuse('request.too_many', { minutes })
  const { idNumber } = parsed.value
  const [account, person, linked] = await Promise.all([
    loadAccount(db, actor.tenantId, actor.id),
    findRegistered(db, actor.tenantId, vault.lookupHash('id_number', idNumber)),
    linkedPersons(db, actor.tenantId, actor.id, dayOfInstant(tx.now), 'look_up'),
  ])
  if (!account || !person?.phone_hash?.equals(account.phone_hash) || person.name !== normaliseName(body.name)) {
    return refuse('portal.link_no_match')
  }
  if (linked.some((one) => one.id === person.id)) return refuse('portal.linked_already')
  const salt = vault.newSalt()
  const link = {
    id: newId(),
    accountId: actor.id,
    personId: person.id,
    basis: 'register',
    untilOn: null,
    fileIds: [],
    salt,
    sealed: vault.seal(salt, JSON.stringify({ name: person.name, idNumber, ownName: '', relation: '' })),
    madeAt: tx.now,
  } as const
  const confirmed = transition(linkLifecycle, 'confirm', linkLifecycle.initial)
  if (!confirmed.ok) return confirmed
  const before = await endEarlierLink(tx, actor.id, person.id)
  if (!before.ok) return before
  await insertLink(db, actor.tenantId, link, confirmed.value)
  tx.record({
    name: 'portal.linked',
    subject: { kind: 'portal_link', id: link.id },
    personId: person.id,
    facts: { basis: 'register' },
  })
  return ok(linkView(vault, { ...link, state: confirmed.value.to, until_on: null, comment: null }))
}

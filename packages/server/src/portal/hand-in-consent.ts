/**
 * CUS-05: a signed consent is handed in as photos and waits for a person of the staff. The answer is the same whether
 * or
 * not the named person is in the register.
 */
import type { portalHandInConsent as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideProxyPeriod, parseIdNumber, parseName } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { linkLifecycle } from '@anpei/domain/portal'
import { proxyTerms } from '../customers/index.ts'
import { storePapers } from '../documents/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { countAttempt } from '../identity/index.ts'
import { newId } from '../kernel/index.ts'
import { insertLink } from './store.ts'
import { linkView } from './views.ts'

export async function handInConsent(
  tx: Tx,
  { body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const { actor, vault } = tx
  const [name, ownName] = [parseName(body.name), parseName(body.ownName)]
  if (!name.ok) return name
  if (!ownName.ok) return ownName
  const idNumber = parseIdNumber(body.idNumber, dayOfInstant(tx.now))
  if (!idNumber.ok) return idNumber
  if (body.untilOn < dayOfInstant(tx.now)) return refuse('portal.until_past')
  const period = decideProxyPeriod(dayOfInstant(tx.now), body.untilOn, proxyTerms().longestDays)
  if (!period.ok) return period
  if (files.length === 0) return refuse('portal.consent_missing')
  const minutes = await countAttempt(tx, [{ what: 'consent', key: actor.id, most: 5, minutes: 24 * 60 }])
  if (minutes > 0) return refuse('request.too_many', { minutes })
  const id = newId()
  const stored = await storePapers(tx, {
    subject: { kind: 'portal_link', id },
    personId: null,
    channel: 'portal',
    receivedAt: tx.now,
    papers: [{ code: 'consent', title: '委托书', files }],
  })
  if (!stored.ok) return stored
  const salt = vault.newSalt()
  const told = { name: name.value, idNumber: idNumber.value.idNumber, ownName: ownName.value, relation: body.relation }
  const link = {
    id,
    accountId: actor.id,
    personId: null,
    basis: 'consent',
    untilOn: body.untilOn,
    fileIds: stored.value.flatMap((paper) => paper.fileIds),
    salt,
    sealed: vault.seal(salt, JSON.stringify(told)),
    madeAt: tx.now,
  } as const
  await insertLink(tx.db, actor.tenantId, link, null)
  tx.record({ name: 'portal.consent_handed_in', subject: { kind: 'portal_link', id } })
  return ok(linkView(vault, { ...link, state: linkLifecycle.initial, until_on: body.untilOn, comment: null }))
}

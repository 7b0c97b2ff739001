/**
 * CUS-05: a person of the staff confirms a consent that fits somebody of the register, or sends it back with the
 * reason. Confirmed, it stands in the register of proxies like one brought to a counter, act by act, and the account
 * acts through those entries only.
 */
import type { decideLink as route } from '@anpei/contract/portal'
import type { Answer, Input } from '@anpei/contract/kernel'
import { RELATIONS } from '@anpei/domain/claims'
import { addDays, dayOfInstant, ok, refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import { linkLifecycle } from '@anpei/domain/portal'
import { enterProxy } from '../customers/index.ts'
import { papersOf } from '../documents/index.ts'
import type { Tx } from '../http/index.ts'
import { endEarlierLink } from './earlier-link.ts'
import { findRegistered, loadAccount, lockLink, saveLink } from './store.ts'
import { linkTold, phoneOf } from './views.ts'

type Acts = Input<typeof route>['body']['acts']
type LockedLink = NonNullable<Awaited<ReturnType<typeof lockLink>>>

export async function decideWaitingLink(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { actor, db, vault } = tx
  const link = await lockLink(db, actor.tenantId, params.linkId)
  if (!link) return refuse('request.not_found')
  const step = transition(linkLifecycle, body.outcome, stateOf(linkLifecycle, link.state))
  if (!step.ok) return step
  const told = linkTold(vault, link)
  const person = await findRegistered(db, actor.tenantId, vault.lookupHash('id_number', told.idNumber))
  const fits = person !== undefined && person.name === told.name
  if (body.outcome === 'confirm' && !fits) return refuse('portal.link_no_match')
  if (body.outcome === 'reject' && body.comment === '') return refuse('portal.reason_missing')
  const proxies = body.outcome === 'confirm' && fits ? await recordActs(tx, link, person.id, body.acts) : ok([])
  if (!proxies.ok) return proxies
  const before =
    body.outcome === 'confirm' && fits ? await endEarlierLink(tx, link.account_id, person.id) : ok<string[]>([])
  if (!before.ok) return before
  await saveLink(db, actor.tenantId, link.id, step.value, {
    checkedBy: actor.id,
    checkedAt: tx.now,
    comment: body.comment,
    proxyIds: [...before.value, ...proxies.value],
    ...(fits ? { personId: person.id } : {}),
  })
  const name = body.outcome === 'confirm' ? 'portal.linked' : 'portal.link_rejected'
  tx.record({
    name,
    subject: { kind: 'portal_link', id: link.id },
    personId: person?.id ?? null,
    facts: { basis: link.basis },
  })
  return ok({ id: link.id, state: step.value.to })
}

const YEAR_DAYS = 365

async function recordActs(tx: Tx, link: LockedLink, personId: string, acts: Acts): Promise<Decision<string[]>> {
  const { tenantId } = tx.actor
  const [account, papers] = await Promise.all([
    loadAccount(tx.db, tenantId, link.account_id),
    papersOf(tx.db, tenantId, [link.id], null),
  ])
  const told = linkTold(tx.vault, link)
  const today = dayOfInstant(tx.now)
  const [paper] = papers
  const ids: string[] = []
  for (const act of new Set(acts)) {
    const body = {
      proxyName: told.ownName,
      relation: relationWord(told.relation),
      phone: account ? phoneOf(tx.vault, account) : '',
      idNumber: '',
      act,
      proofKind: 'paper' as const,
      fromOn: today,
      toOn: link.until_on ?? addDays(today, YEAR_DAYS),
    }
    const proof = paper ? ok(paper.id) : refuse('customers.proxy_proof_missing')
    const proxy = await enterProxy(tx, { params: { personId }, body }, async () => proof)
    if (!proxy.ok) return proxy
    ids.push(proxy.value.id)
  }
  return ok(ids)
}

function relationWord(code: string): string {
  return Object.entries(RELATIONS).find(([key]) => key === code)?.[1] ?? code
}

/**
 * OPS-01, CUS-09: who wants to be told of which events, under an entry of the sharing register in force. The signing
 * secret is shown once and kept sealed.
 */
import { randomBytes } from 'node:crypto'
import type { createWebhook as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { isAllowedUrl } from '@anpei/domain/identity'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { insertWebhook, sharingPartners } from './store-programs.ts'

/** Writes on its own, because the secret must not be kept with the answers of repeated requests; the name is taken
 * once. */
export async function createWebhook(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  if (!isAllowedUrl(body.url)) return refuse('identity.url_not_allowed')
  const secret = `whsec_${randomBytes(32).toString('base64url')}`
  return systemWrite(tx.app, tx.actor, async (own): Promise<Decision<Answer<typeof route>>> => {
    const today = dayOfInstant(own.now)
    const partners = await sharingPartners(own.db, own.actor.tenantId, today)
    if (!partners.some((one) => one.id === body.sharingId)) return refuse('identity.webhook_without_sharing')
    const id = newId()
    const salt = own.vault.newSalt()
    const isNew = await insertWebhook(own.db, own.actor.tenantId, own.now, {
      id,
      name: body.name,
      url: body.url,
      sharingId: body.sharingId,
      events: [...new Set(body.events)],
      salt,
      secretSealed: own.vault.seal(salt, secret),
      createdBy: own.actor.id,
    })
    if (!isNew) return refuse('identity.name_taken', { name: body.name })
    own.record({ name: 'webhook.created', subject: { kind: 'webhook', id }, facts: { events: body.events } })
    return ok({ id, secret })
  })
}

/** ORG-02: names the 社区联络员 of a village, the deputies, and who handles its cases (ORG-07). */
import type { setVillagePosts as route } from '@anpei/contract/identity'
import type { Input } from '@anpei/contract/kernel'
import { NOBODY_ID, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { forgetActors } from './sign-in/authenticate.ts'
import { isVillage, replaceVillagePosts } from './store-organisation.ts'
import { wrongChoice } from './store-staff.ts'

export async function setVillagePosts(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Record<string, never>>> {
  const { db, actor } = tx
  const deputies = [...new Set(body.deputyIds)].filter((id) => id !== body.liaisonId)
  const handlers = [...new Set(body.handlerIds)]
  if (!(await isVillage(db, params.code))) return refuse('request.not_found')
  const wrong = await wrongChoice(db, actor.tenantId, { userIds: [body.liaisonId, ...deputies, ...handlers] })
  if (wrong) return refuse('identity.unknown_choice', { what: wrong })
  await replaceVillagePosts(db, actor.tenantId, params.code, [
    ...(body.liaisonId ? [{ userId: body.liaisonId, duty: 'liaison' as const }] : []),
    ...deputies.map((userId) => ({ userId, duty: 'deputy' as const })),
    ...handlers.map((userId) => ({ userId, duty: 'handler' as const })),
  ])
  tx.record({
    name: 'village.posts_set',
    subject: { kind: 'division', id: NOBODY_ID },
    facts: { villageCode: params.code, liaisonId: body.liaisonId, deputyIds: deputies, handlerIds: handlers },
  })
  forgetActors()
  return ok({})
}

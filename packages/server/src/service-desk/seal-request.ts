/**
 * CUS-11, CMP-05: a tip is there for those with the post for sealed matters only, and never for whom it concerns or
 * their line; a complaint about a colleague is kept from that colleague. Where a request turns out to be neither, the
 * seal is lifted.
 */
import { dayOfInstant } from '@anpei/domain/kernel'
import { liftSeal, lineOf, sealMatter } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { actorsFor } from '../identity/index.ts'

type Sealing = { readonly confidential: boolean; readonly concernedIds: readonly string[] }

export async function sealRequest(tx: Tx, id: string, to: Sealing, was: Sealing | null): Promise<void> {
  const subject = { kind: 'request', id }
  if (was?.confidential && !to.confidential) await liftSeal(tx, subject, '不再按举报办理')
  if (to.confidential) {
    const [line, cleared] = await Promise.all([
      lineOf(tx, to.concernedIds),
      actorsFor(tx.db, tx.actor.tenantId, 'desk.sealed', dayOfInstant(tx.now)),
    ])
    const keepers = cleared.map((one) => one.id)
    await sealMatter(tx, subject, { ...line, keepers, shut: true, reason: '举报' })
  } else if (to.concernedIds.length > 0) {
    await sealMatter(tx, subject, { concerned: to.concernedIds, keepers: [], shut: false, reason: '涉及工作人员' })
  }
}

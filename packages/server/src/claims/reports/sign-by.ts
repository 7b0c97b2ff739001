/**
 * CLM-03: the application is signed: drawn as a paper of the claim with the signature in it, which starts the legal
 * clock as the paper one does. For the counter and for the family's phone alike.
 */
import type { ClaimStand, signApplication as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { APPLICATION_CODE, decideSigning, mayAct } from '@anpei/domain/claims'
import { refuse, type Decision } from '@anpei/domain/kernel'
import { signaturePicture } from '../../documents/index.ts'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { applicationOf } from './application-form.ts'
import { lockWithChecklist } from '../papers/checklist-of.ts'
import { drawApplication } from './draw-application.ts'
import { receivePapers } from '../papers/receive-papers.ts'

const FIELD = 'signature'

export async function signBy(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<ClaimStand>> {
  const locked = await lockWithChecklist(tx, params.claimId, 'claim.collect')
  if (!locked.ok) return locked
  const { claim, checklist } = locked.value
  const possible = mayAct('signApplication', claim, tx.actor, null)
  if (!possible.ok) return possible
  const form = await applicationOf(tx, claim)
  const { way, signerName, relation, witness } = body
  const pictures = files.filter((file) => file.field === FIELD)
  const allowed = decideSigning({
    way,
    pictures: pictures.length,
    relation,
    signerName,
    insuredName: form.insuredName,
    insuredDied: form.insuredDied,
    witness,
    handlers: [form.ownerName ?? '', ...(tx.actor.kind === 'staff' ? [tx.actor.name] : [])],
    application: checklist.items.find((item) => item.code === APPLICATION_CODE)?.state ?? null,
    papersComplete: claim.papersCompletedAt !== null,
  })
  if (!allowed.ok) return allowed
  const picture = await signaturePicture(pictures[0]?.bytes ?? Buffer.alloc(0))
  if (!picture) return refuse('signing.picture_missing')
  if (picture.blank) return refuse('signing.blank')
  const seen = way === 'thumbprint' ? witness : null
  const bytes = await drawApplication({
    form,
    way,
    signerName,
    relation,
    witness: seen,
    signedAt: tx.now,
    picture: picture.jpeg,
  })
  tx.record({
    name: 'claim.application_signed',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { way, relation, witnessed: seen !== null },
  })
  return receivePapers(tx, locked.value, {
    channel: body.channel,
    receivedAt: null,
    files: [{ field: `file:${APPLICATION_CODE}`, name: '理赔申请书.pdf', bytes }],
  })
}

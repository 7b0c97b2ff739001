/**
 * SRV-07, 保险法 17: the customer confirms what was explained, before our people or on the family's phone. The proof is
 * kept: a record of the sheet with the signature or thumbprint in it, or with the recording beside it.
 */
import type { Confirmation } from '@anpei/contract/programme'
import { ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { CONFIRMERS, decideConfirmation, introductionLifecycle } from '@anpei/domain/programme'
import { signaturePicture, storePapers } from '../../documents/index.ts'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { staffName } from '../../identity/index.ts'
import { confirmationPaper } from './introduction-papers.ts'
import { productsOf } from './products.ts'
import { findIntroduction, saveIntroduction, type IntroductionRecord } from './store-introductions.ts'

export async function confirmBy(
  tx: Tx,
  introductionId: string,
  body: Confirmation,
  files: readonly ArrivedFile[],
): Promise<Decision<null>> {
  const found = await findIntroduction(tx, introductionId, { lock: true })
  if (!found.ok) return found
  const one = found.value
  const step = transition(introductionLifecycle, 'confirm', one.state)
  if (!step.ok) return step
  const explainedBy = await staffName(tx.db, tx.actor.tenantId, one.explainedBy ?? '')
  const pictures = files.filter(({ field }) => field === 'signature')
  const recordings = files.filter(({ field }) => field === 'recording')
  const allowed = decideConfirmation({
    ...body,
    customerName: nameOf(one),
    lacksCapacity: one.lacksCapacity,
    pictures: pictures.length,
    recordings: recordings.length,
    staff: [explainedBy, ...(tx.actor.kind === 'staff' ? [tx.actor.name] : [])],
  })
  if (!allowed.ok) return allowed
  const kept = await keepProof(tx, one, body, { pictures, recordings, explainedBy })
  if (!kept.ok) return kept
  const { signer, signerName, basis, way } = body
  const witness = way === 'thumbprint' ? body.witness : null
  await saveIntroduction(tx, one.id, step.value, {
    confirmedWay: way,
    secret: { ...one.secret, confirmation: { signer, signerName, basis, witness } },
  })
  tx.record({
    name: 'introduction.confirmed',
    subject: { kind: 'introduction', id: one.id },
    personId: one.personId,
    facts: { versionId: one.explainedVersion, way, signer, understood: body.understood, witnessed: witness !== null },
  })
  return ok(null)
}

export function nameOf(one: Pick<IntroductionRecord, 'personName' | 'secret'>): string {
  return one.personName ?? one.secret.name
}

type Proof = {
  readonly pictures: readonly ArrivedFile[]
  readonly recordings: readonly ArrivedFile[]
  readonly explainedBy: string
}

async function keepProof(
  tx: Tx,
  one: IntroductionRecord,
  said: Confirmation,
  { pictures, recordings, explainedBy }: Proof,
): Promise<Decision<null>> {
  const products = await productsOf(tx, one.explainedVersion === null ? [] : [one.explainedVersion])
  if (!products.ok) return products
  const [product] = products.value
  if (!product || one.sheet === null || one.explainedAt === null) throw new Error('confirmed what nobody explained')
  const [picture] = pictures
  const drawn = picture ? await signaturePicture(picture.bytes) : null
  if (picture && !drawn) return refuse('introduction.picture_missing')
  if (drawn?.blank) return refuse('introduction.signature_blank')
  const bytes = await confirmationPaper({
    introductionNo: one.introductionNo,
    product,
    sheet: one.sheet,
    customerName: nameOf(one),
    explainedBy,
    explainedAt: one.explainedAt,
    channel: one.channel ?? 'on_site',
    recommendation: one.secret.recommendation?.reasons ?? '',
    way: said.way,
    signer: `${said.signerName}（${CONFIRMERS[said.signer]}${said.basis === '' ? '' : `，${said.basis}`}）`,
    witness: said.way === 'thumbprint' ? said.witness : null,
    understood: said.understood,
    picture: drawn?.jpeg ?? null,
    at: tx.now,
  })
  const record = { code: 'introduction_record', title: '产品说明确认书', files: [pdfFile('产品说明确认书.pdf', bytes)] }
  const arrived = {
    subject: { kind: 'introduction', id: one.id },
    personId: one.personId,
    channel: tx.actor.kind === 'staff' ? 'office' : 'portal',
    receivedAt: tx.now,
  }
  const stored = await storePapers(tx, { ...arrived, papers: [record] })
  if (!stored.ok) return stored
  if (said.way !== 'voice' && said.way !== 'video') return ok(null)
  const proof = { code: 'introduction_proof', title: said.way === 'voice' ? '确认录音' : '确认录像', files: recordings }
  const heard = await storePapers(tx, { ...arrived, papers: [proof], sort: said.way })
  return heard.ok ? ok(null) : heard
}

export function pdfFile(name: string, bytes: Buffer): ArrivedFile {
  return { field: 'record', name, bytes }
}

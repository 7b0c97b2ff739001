/**
 * SRV-07: the application form (投保单) is signed by the insured in person, which is the consent to the death cover and
 * its sum (保险法 34); what the register holds is not asked again. Only after a confirmed introduction and a written
 * recommendation.
 */
import type { IntroductionView, signCoverApplication as route } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { parseIdNumber, parsePhone } from '@anpei/domain/customers'
import { dayOfInstant, ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { decideApplication, introductionLifecycle } from '@anpei/domain/programme'
import { openSecrets } from '../../customers/index.ts'
import { signaturePicture, storePapers } from '../../documents/index.ts'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { nameOf, pdfFile } from './confirm-by.ts'
import { applicationPaper } from './introduction-papers.ts'
import { productsOf } from './products.ts'
import { findIntroduction, saveIntroduction, type IntroductionRecord } from './store-introductions.ts'
import { introductionAnswer } from './views-introductions.ts'

type Body = Input<typeof route>['body']

export async function signCoverApplication(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<IntroductionView>> {
  const found = await findIntroduction(tx, params.introductionId, { lock: true })
  if (!found.ok) return found
  const one = found.value
  const step = transition(introductionLifecycle, 'apply', one.state)
  if (!step.ok) return step
  const pictures = files.filter(({ field }) => field === 'signature')
  const explained = one.explainedVersion ?? ''
  const recommended = one.recommendedAt === null ? null : { versionId: one.recommendedVersion }
  const products = await productsOf(tx, [explained])
  if (!products.ok) return products
  const [product] = products.value
  if (!product) throw new Error('a product that was explained is gone')
  const allowed = decideApplication({
    recommended,
    explained,
    ownWish: body.ownWish,
    lastDay: product.version.inForceTo,
    today: dayOfInstant(tx.now),
    pictures: pictures.length,
  })
  if (!allowed.ok) return allowed
  const insured = insuredOf(tx, one, body)
  if (!insured.ok) return insured
  const picture = await signaturePicture(pictures[0]?.bytes ?? Buffer.alloc(0))
  if (!picture) return refuse('introduction.picture_missing')
  if (picture.blank) return refuse('introduction.signature_blank')
  const application = { ...insured.value, ...termsOf(body) }
  const bytes = await applicationPaper({
    introductionNo: one.introductionNo,
    product,
    ...application,
    picture: picture.jpeg,
    at: tx.now,
  })
  const stored = await storePapers(tx, {
    subject: { kind: 'introduction', id: one.id },
    personId: one.personId,
    channel: 'office',
    receivedAt: tx.now,
    papers: [{ code: 'cover_application', title: '投保单', files: [pdfFile('投保单.pdf', bytes)] }],
  })
  if (!stored.ok) return stored
  await saveIntroduction(tx, one.id, step.value, { applied: true, secret: { ...one.secret, application } })
  tx.record({
    name: 'introduction.applied',
    subject: { kind: 'introduction', id: one.id },
    personId: one.personId,
    facts: { versionId: explained, againstRecommendation: body.ownWish !== '' },
  })
  return introductionAnswer(tx, one.id)
}

function termsOf({ applicant, beneficiary, ownWish }: Body) {
  return { applicant, beneficiary, ownWish }
}

/** The insured: as the register holds them, else as said now. */
function insuredOf(
  tx: Tx,
  one: IntroductionRecord,
  body: Body,
): Decision<{ name: string; idNumber: string; phone: string }> {
  const held =
    one.personSalt && one.personSealed ? openSecrets(tx, { salt: one.personSalt, sealed: one.personSealed }) : null
  const number = parseIdNumber(held?.idNumber ?? body.idNumber, dayOfInstant(tx.now))
  if (!number.ok) return number
  const said = body.phone || one.secret.phone
  const phone = said === '' ? null : parsePhone(said)
  if (phone && !phone.ok) return phone
  return ok({
    name: nameOf(one),
    idNumber: number.value.idNumber,
    phone: phone?.value.phone ?? held?.phone ?? '',
  })
}

/** The signed application on paper (CLM-03): what was declared, who signed for whom, who saw it, and when. */
import { RELATIONS, SIGNING_WAYS, type Relation, type SigningWay, type Witness } from '@anpei/domain/claims'
import type { Instant } from '@anpei/domain/kernel'
import { drawSignedPaper } from '../../notifications/index.ts'
import type { Application } from './application-form.ts'

export type SignedApplication = {
  readonly form: Application
  readonly way: SigningWay
  readonly signerName: string
  readonly relation: Relation
  readonly witness: Witness | null
  readonly signedAt: Instant
  /** A JPEG on white. */
  readonly picture: Buffer
}

export function drawApplication(signed: SignedApplication): Promise<Buffer> {
  const { form, witness } = signed
  return drawSignedPaper({
    title: '理赔申请书',
    no: form.claimNo,
    lines: form.rows,
    statement: form.statement,
    signed: [
      { label: '签署方式', value: SIGNING_WAYS[signed.way] },
      { label: '签署人', value: `${signed.signerName}（被保险人的${RELATIONS[signed.relation]}）` },
      { label: '代表', value: form.insuredName },
    ],
    picture: signed.picture,
    seen:
      witness === null
        ? []
        : [{ label: '见证人', value: `${witness.name}（${RELATIONS[witness.relation]}），${witness.contact}` }],
    at: signed.signedAt,
  })
}

/** SRV-07: the two papers of an introduction: what was explained and confirmed (保险法 17), and the 投保单 (保险法 34). */
import type { Instant } from '@anpei/domain/kernel'
import { maskIdNumber } from '@anpei/domain/customers'
import {
  CONFIRMATION_WAYS,
  ENROLMENT_CHANNELS,
  plainYuan,
  SHEET_SECTIONS,
  type ConfirmationWay,
  type EnrolmentChannel,
  type SheetSection,
  type SheetSectionCode,
  type Witness,
} from '@anpei/domain/programme'
import { contactRegister, datedMinute, drawSignedPaper } from '../../notifications/index.ts'
import type { ProductOnSale } from './products.ts'
import { productName } from '../versions/proposal-of.ts'

type Confirmed = {
  readonly introductionNo: string
  readonly product: ProductOnSale
  readonly sheet: readonly SheetSection[]
  readonly customerName: string
  readonly explainedBy: string
  readonly explainedAt: Instant
  readonly channel: EnrolmentChannel
  readonly recommendation: string
  readonly way: ConfirmationWay
  readonly signer: string
  readonly witness: Witness | null
  readonly understood: readonly SheetSectionCode[]
  readonly picture: Buffer | null
  readonly at: Instant
}

export function confirmationPaper(one: Confirmed): Promise<Buffer> {
  const { witness, understood } = one
  const named = understood.map((code) => SHEET_SECTIONS[code]).join('、')
  return drawSignedPaper({
    title: '产品说明确认书',
    no: one.introductionNo,
    lines: [
      { label: '编号', value: one.introductionNo },
      { label: '客户', value: one.customerName },
      { label: '产品', value: productName(one.product) },
      {
        label: '讲解',
        value: `${one.explainedBy}，${datedMinute(one.explainedAt)}，${ENROLMENT_CHANNELS[one.channel]}`,
      },
      ...(one.recommendation === '' ? [] : [{ label: '推荐意见', value: one.recommendation }]),
    ],
    sections: one.sheet.map(({ title, points }) => ({ title, texts: points.map(({ text }) => text) })),
    statement: `以上内容已向我逐条讲解。其中“${named}”，特别是不赔的情形、免赔、比例和天数限制，已提醒我注意并说明清楚，我看明白了。`,
    signed: [
      { label: '确认方式', value: CONFIRMATION_WAYS[one.way] },
      { label: '确认人', value: one.signer },
    ],
    picture: one.picture,
    seen: witness === null ? [] : [{ label: '见证人', value: `${witness.name}，${witness.contact}` }],
    at: one.at,
  })
}

type Applied = {
  readonly introductionNo: string
  readonly product: ProductOnSale
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly applicant: string
  readonly beneficiary: string
  readonly ownWish: string
  readonly picture: Buffer
  readonly at: Instant
}

export function applicationPaper(one: Applied): Promise<Buffer> {
  const { product } = one
  return drawSignedPaper({
    title: '投保单',
    no: one.introductionNo,
    lines: [
      { label: '编号', value: one.introductionNo },
      { label: '产品', value: productName(product) },
      { label: '保费', value: `每人每年 ${plainYuan(product.version.premium.perHeadFen)}` },
      { label: '被保险人', value: one.name },
      { label: '身份证号', value: maskIdNumber(one.idNumber) },
      ...(one.phone === '' ? [] : [{ label: '电话', value: one.phone }]),
      { label: '投保人（谁出钱）', value: one.applicant },
      { label: '身故受益人', value: one.beneficiary },
      ...(one.ownWish === '' ? [] : [{ label: '不按推荐投保，客户自己的理由', value: one.ownWish }]),
      { label: '向谁投保', value: contactRegister().company },
    ],
    statement:
      '以上内容是我提供或者看过的，是真实的。产品说明已向我讲解，我已签字确认。我同意为我投保，并认可身故保险金的金额。',
    signed: [{ label: '签名', value: `${one.name}（被保险人本人）` }],
    picture: one.picture,
    seen: [],
    at: one.at,
  })
}

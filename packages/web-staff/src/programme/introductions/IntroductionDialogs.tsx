/** Needs and products, the recommendation, and what was explained: the dialogs of an introduction (SRV-07). */
import { explainProduct, listProducts, prepareIntroduction, recommendProduct } from '@anpei/contract/programme'
import {
  ENROLMENT_CHANNELS,
  SHEET_SECTIONS,
  type EnrolmentChannel,
  type SheetSectionCode,
} from '@anpei/domain/programme'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { Question } from '../../customers/index.ts'
import { choicesOf, Field, Many, SaveDialog } from '../../kit/index.ts'
import type { ActProps } from './introduction-act.ts'
import { productChoices } from './IntroductionEntry.tsx'

type NeedsValues = { products: string[] } & Record<string, string | string[] | undefined>

export function NeedsDialog({ one, onClose }: ActProps): ReactElement {
  const [form] = Form.useForm<NeedsValues>()
  const command = useCommand(prepareIntroduction)
  const onSale = useCall(listProducts, {})
  const chosen = one.products.map(({ versionId }) => versionId)
  const others = (onSale.shown?.products ?? []).filter(({ versionId }) => !chosen.includes(versionId))
  const save = async ({ products, ...said }: NeedsValues): Promise<void> => {
    const answers = Object.fromEntries(
      Object.entries(said).map(([code, answer]) => [code, typeof answer === 'string' ? answer : '']),
    )
    const body = { products, version: one.form.version, answers }
    if (await command.run({ params: { introductionId: one.id }, body })) onClose()
  }
  return (
    <SaveDialog<NeedsValues>
      title={one.form.title}
      open
      okText="登记"
      width={680}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ products: chosen, ...one.needs?.answers }}
      note={one.form.note}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="products" label="比较的产品（最多四个）" required>
        <Many options={productChoices([...one.products, ...others])} />
      </Field>
      <div className="ap-fields">
        {one.form.fields.map((field) => (
          <Question key={field.code} field={field} />
        ))}
      </div>
    </SaveDialog>
  )
}

type RecommendValues = { versionId: string; reasons: string }
const NONE = 'none'

export function RecommendDialog({ one, onClose }: ActProps): ReactElement {
  const [form] = Form.useForm<RecommendValues>()
  const command = useCommand(recommendProduct)
  const { proposal, recommendation } = one
  const save = async ({ versionId, reasons }: RecommendValues): Promise<void> => {
    const body = { versionId: versionId === NONE ? null : versionId, reasons }
    if (await command.run({ params: { introductionId: one.id }, body })) onClose()
  }
  return (
    <SaveDialog<RecommendValues>
      title="写推荐意见"
      open
      okText="登记"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{
        versionId: recommendation ? (recommendation.versionId ?? NONE) : '',
        reasons: recommendation?.reasons ?? '',
      }}
      note={proposal ? `系统建议：${proposal.reasons.join('')}由您决定，并写明理由。` : undefined}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="versionId" label="推荐哪个" required>
        <Radio.Group options={[...productChoices(one.products), { value: NONE, label: '都不推荐' }]} />
      </Field>
      <Field name="reasons" label="理由（会印在确认书上）" required>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 3, maxRows: 8 }} />
      </Field>
    </SaveDialog>
  )
}

type ExplainValues = { versionId: string; channel: EnrolmentChannel; sections: SheetSectionCode[]; note: string }

export function ExplainDialog({ one, onClose }: ActProps): ReactElement {
  const [form] = Form.useForm<ExplainValues>()
  const command = useCommand(explainProduct)
  const first = one.recommendation?.versionId ?? one.products[0]?.versionId ?? ''
  const save = async (body: ExplainValues): Promise<void> => {
    if (await command.run({ params: { introductionId: one.id }, body })) onClose()
  }
  return (
    <SaveDialog<ExplainValues>
      title="登记讲解"
      open
      okText="讲完了"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ versionId: first, channel: 'on_site', sections: [], note: '' }}
      note="讲完一节勾一节。保什么、不保什么、限额和条件必须讲；没有提示说明的免责条款不产生效力（保险法第十七条）。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="versionId" label="讲了哪个产品" required>
        <Radio.Group options={productChoices(one.products)} />
      </Field>
      <Field name="channel" label="怎样讲的" required>
        <Radio.Group options={choicesOf(ENROLMENT_CHANNELS)} />
      </Field>
      <Field name="sections" label="讲了哪些" required>
        <Many options={choicesOf(SHEET_SECTIONS)} />
      </Field>
      <Field name="note" label="说明" help="例如：用潮汕话讲的，家里谁在场">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Field>
    </SaveDialog>
  )
}

/** Causes, line of business, and whether thirty days are needed (CMP-04, L06). */
import { classifyComplaint, listComplaintCategories } from '@anpei/contract/complaints'
import {
  BUSINESS_LINES,
  COMPLAINT_CLASSES,
  type BusinessLine,
  type Cause,
  type ComplaintClass,
} from '@anpei/domain/complaints'
import { Form, Input, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { choicesOf, Field, SaveDialog } from '../kit/index.ts'
import type { DialogProps } from './dialog-props.ts'

type Values = { causes: Cause[]; businessLine: BusinessLine; class: ComplaintClass; reason?: string }

export function ClassifyDialog({ view, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(classifyComplaint)
  const categories = useCall(listComplaintCategories, {}).shown
  const chosen = Form.useWatch('class', form)
  const save = async ({ reason = '', ...rest }: Values): Promise<void> => {
    if (await command.run({ params: { complaintId: view.id }, body: { ...rest, reason } })) onClose()
  }
  const options = (categories?.items ?? [])
    .filter((one) => one.offered)
    .map((one) => ({ value: one.cause, label: `${one.groupWord}：${one.word}` }))
  return (
    <SaveDialog<Values>
      title="分类"
      open
      width={600}
      okText="保存"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{
        causes: view.causes.map((one) => one.cause),
        businessLine: view.businessLine ?? 'accident',
        class: view.class,
      }}
      note={categories?.interim ? '类别为本公司暂用；国家标准代码表导入后对应上报。' : null}
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="causes" label="事由（第一个为主要事由，可多选）" required>
        <Select mode="multiple" maxCount={5} options={options} showSearch={{ optionFilterProp: 'label' }} />
      </Field>
      <div className="ap-fields">
        <Field name="businessLine" label="业务条线" required>
          <Select options={choicesOf(BUSINESS_LINES)} />
        </Field>
      </div>
      <Field name="class" label="法定期限" required help="自收到之日起算，改类别不重新起算。">
        <Radio.Group options={choicesOf(COMPLAINT_CLASSES)} />
      </Field>
      {chosen === 'complex' ? (
        <Field name="reason" label="为什么情况复杂" required>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Field>
      ) : null}
    </SaveDialog>
  )
}

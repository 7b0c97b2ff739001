/** What came of it; another person confirms it before anybody is told (CMP-12). */
import { concludeTip, type TipView } from '@anpei/contract/complaints'
import { TIP_OUTCOMES, type TipOutcome } from '@anpei/domain/complaints'
import { Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { choicesOf, Field, SaveDialog } from '../../kit/index.ts'

type Values = { outcome?: TipOutcome; finding: string; result: string; authority?: string }

export function ConcludeDialog({ view, onClose }: { view: TipView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const outcome = Form.useWatch('outcome', form)
  const command = useCommand(concludeTip)
  const save = async ({ outcome: chosen, ...rest }: Values): Promise<void> => {
    if (chosen && (await command.run({ params: { tipId: view.id }, body: { ...rest, outcome: chosen } }))) onClose()
  }
  const accepted = view.state === 'accepted'
  const options = choicesOf(TIP_OUTCOMES).filter(({ value }) =>
    accepted ? value !== 'declined' : value === 'declined' || value === 'transferred',
  )
  return (
    <SaveDialog<Values>
      title={accepted ? '作出结论' : '不予受理或移送'}
      open
      width={680}
      okText="提交复核"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ finding: '', result: '' }}
      note="由另一人复核后才成立。"
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="outcome" label="结论" required>
        <Select options={options} />
      </Field>
      {outcome === 'transferred' ? (
        <Field name="authority" label="移送给哪个部门" required>
          <Input maxLength={80} />
        </Field>
      ) : null}
      <Field name="finding" label="查明的事实和理由" required>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={8000} />
      </Field>
      <Field name="result" label="告知举报人的话" required help="举报人凭查询码看到；不写会暴露他人隐私的内容。">
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Field>
    </SaveDialog>
  )
}

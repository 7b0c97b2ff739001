/** 先予支付 (CLM-13): an advance for a severe injury is put forward with what it stands on; a second person agrees. */
import { proposeAdvance, type ClaimView } from '@anpei/contract/claims'
import { ADVANCE_GROUNDS, type AdvanceGround } from '@anpei/domain/claims'
import { App, Form, Input, InputNumber, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { choicesOf, Field, SaveDialog } from '../../kit/index.ts'
import { yuan } from '../../kernel/index.ts'

type Values = {
  lineId: string
  amount: number
  expected: number
  ground: AdvanceGround
  papers: string[]
  note: string
}

/** Lines that nobody has decided yet. */
export function linesForAdvance(claim: ClaimView): ClaimView['lines'] {
  return claim.lines.filter((line) => line.state === 'open' || line.state === 'proposed')
}

export function AdvanceDialog({ claim, onClose }: { claim: ClaimView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const { message } = App.useApp()
  const propose = useCommand(proposeAdvance)
  const lines = linesForAdvance(claim)
  const papers = claim.documents.filter((item) => item.papers.length > 0)
  const save = async ({ amount, expected, ...rest }: Values): Promise<void> => {
    const body = { ...rest, amountFen: Math.round(amount * 100), expectedFen: Math.round(expected * 100) }
    if (!(await propose.run({ params: { claimId: claim.id }, body }))) return
    void message.success('已提交，等另一位同事在授权额度内同意后付款。')
    onClose()
  }
  return (
    <SaveDialog<Partial<Values>>
      open
      title="先予支付"
      okText="提交复核"
      form={form}
      busy={propose.busy}
      fault={propose.fault}
      initial={{ ...(lines[0] ? { lineId: lines[0].id } : {}), papers: [], note: '' }}
      note="重伤急需用钱时，可在决定前先付一部分。决定时自动抵扣；决定的金额较少或不予给付时，多付的部分由经办人追回。"
      onClose={onClose}
      onSave={() => {
        void save(form.getFieldsValue())
      }}
    >
      <Field name="lineId" label="给付项" required>
        <Select options={lines.map((line) => ({ value: line.id, label: lineLabel(line) }))} />
      </Field>
      <div className="ap-fields">
        <Field name="expected" label="预计最终给付（元）" required>
          <InputNumber min={0.01} precision={2} style={{ width: '100%' }} />
        </Field>
        <Field name="amount" label="先付（元）" required>
          <InputNumber min={0.01} precision={2} style={{ width: '100%' }} />
        </Field>
      </div>
      <Field name="ground" label="情形" required>
        <Select options={choicesOf(ADVANCE_GROUNDS)} />
      </Field>
      <Field name="papers" label="依据的资料（已收到的）" required>
        <Select
          mode="multiple"
          options={papers.map((item) => ({ value: item.code, label: item.title }))}
          notFoundContent="还没有收到资料"
        />
      </Field>
      <Field name="note" label="说明" required>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
    </SaveDialog>
  )
}

function lineLabel(line: ClaimView['lines'][number]): string {
  return line.advancedFen === null ? line.title : `${line.title}　已先予支付 ${yuan(line.advancedFen)}`
}

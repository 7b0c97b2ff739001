/** Changes the reserve of a line, with a reason (CLM-19). */
import { changeReserve, type ClaimView } from '@anpei/contract/claims'
import { Button, Form, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Field, SaveDialog } from '../../kit/index.ts'
import { fenOfYuan, yuan, yuanInput } from '../../kernel/index.ts'

type Line = ClaimView['lines'][number]
type Values = { amount?: string; reason?: string }

const T = {
  change: '调整',
  title: '调整准备金',
  amount: '新的准备金（元）',
  reason: '原因',
  bad: '请填金额，例如 1200 或 1200.50',
} as const

export function ReserveButton({ claimId, line }: { claimId: string; line: Line }): ReactElement {
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<Values>()
  const command = useCommand(changeReserve)
  const save = async ({ amount, reason }: Values): Promise<void> => {
    const reserveFen = fenOfYuan(amount ?? '')
    if (reserveFen === null) {
      form.setFields([{ name: 'amount', errors: [T.bad] }])
      return
    }
    if (await command.run({ params: { claimId }, body: { lineId: line.id, reserveFen, reason: reason ?? '' } }))
      setOpen(false)
  }
  return (
    <>
      <Button
        type="link"
        size="small"
        onClick={() => {
          setOpen(true)
        }}
      >
        {T.change}
      </Button>
      {open ? (
        <SaveDialog<Values>
          title={T.title}
          open
          okText="保存"
          busy={command.busy}
          fault={command.fault}
          form={form}
          initial={{ amount: yuanInput(line.reserveFen) }}
          onClose={() => {
            setOpen(false)
          }}
          onSave={(values) => {
            void save(values)
          }}
          note={`${line.title}，现为 ${yuan(line.reserveFen)}`}
        >
          <Field name="amount" label={T.amount} required>
            <Input inputMode="decimal" />
          </Field>
          <Field name="reason" label={T.reason} required>
            <Input maxLength={300} />
          </Field>
        </SaveDialog>
      ) : null}
    </>
  )
}

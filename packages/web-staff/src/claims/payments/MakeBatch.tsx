/** Puts every payment that is due and has a confirmed account into one batch. */
import { makeBatch } from '@anpei/contract/claims'
import { Button, Form, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { useCommand } from '../../client/index.ts'
import { Field, Icon, SaveDialog } from '../../kit/index.ts'

type Values = { format: 'bank_csv' | 'pain.001' }

const T = {
  make: '编制批次',
  title: '编制支付批次',
  format: '文件格式',
  note: '把全部“待付”且账户已复核的款项编成一批。编好后由另一人核对并送银行。',
} as const

const formats = [
  { value: 'bank_csv', label: '银行代付 CSV' },
  { value: 'pain.001', label: 'ISO 20022 pain.001' },
]
const initial: Values = { format: 'bank_csv' }

export function MakeBatch(): ReactElement {
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<Values>()
  const command = useCommand(makeBatch)
  const navigate = useNavigate()
  const save = async ({ format }: Values): Promise<void> => {
    const made = await command.run({ body: { format } })
    if (made) void navigate(`/payment-batches/${made.id}`)
  }
  return (
    <>
      <Button
        type="primary"
        icon={<Icon name="stack" />}
        onClick={() => {
          setOpen(true)
        }}
      >
        {T.make}
      </Button>
      <SaveDialog<Values>
        title={T.title}
        open={open}
        okText={T.make}
        busy={command.busy}
        fault={command.fault}
        form={form}
        initial={initial}
        note={T.note}
        onClose={() => {
          setOpen(false)
        }}
        onSave={(values) => {
          void save(values)
        }}
      >
        <Field name="format" label={T.format}>
          <Radio.Group options={formats} />
        </Field>
      </SaveDialog>
    </>
  )
}

/** What may be done with a request: check, copy, propose the destruction, answer, close, take back (CUS-07). */
import {
  closeDataRequest,
  copyPersonalData,
  proposeErasure,
  verifyDataRequest,
  withdrawDataRequest,
  type DataRequestView,
} from '@anpei/contract/customers'
import { IDENTITY_CHECKS, type RequestAsker } from '@anpei/domain/customers'
import { Button, Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { FaultNote, Field, ReasonDialog, SaveDialog } from '../../kit/index.ts'
import { AnswerDialog } from './AnswerDialog.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'

type Dialog = 'verify' | 'correct' | 'answer' | 'withdraw' | null
type Props = { request: DataRequestView; onClose: () => void }

export function DataRequestActs({ request }: { request: DataRequestView }): ReactElement {
  const [open, setOpen] = useState<Dialog>(null)
  const copy = useCommand(copyPersonalData)
  const erase = useCommand(proposeErasure)
  const end = useCommand(closeDataRequest)
  const can = (act: string): boolean => request.can.includes(act)
  const params = { requestId: request.id }
  const close = (): void => {
    setOpen(null)
  }
  const opener = (dialog: Dialog) => (): void => {
    setOpen(dialog)
  }
  return (
    <>
      {can('verify') ? (
        <Button type="primary" onClick={opener('verify')}>
          核实身份
        </Button>
      ) : null}
      {can('makeCopy') ? (
        <Button loading={copy.busy} onClick={() => void copy.run({ params })}>
          生成副本
        </Button>
      ) : null}
      {can('correct') && request.changeId === null ? (
        <Button type="primary" onClick={opener('correct')}>
          提出更正
        </Button>
      ) : null}
      {can('proposeErasure') && request.runId === null ? (
        <Button danger loading={erase.busy} onClick={() => void erase.run({ params })}>
          提出销毁
        </Button>
      ) : null}
      {can('answer') || can('refuse') ? (
        <Button type={can('answer') ? 'primary' : 'default'} onClick={opener('answer')}>
          {can('answer') ? '答复' : '拒绝'}
        </Button>
      ) : null}
      {can('close') ? (
        <Button type="primary" loading={end.busy} onClick={() => void end.run({ params })}>
          办结
        </Button>
      ) : null}
      {can('withdraw') ? <Button onClick={opener('withdraw')}>本人撤回</Button> : null}
      <FaultNote fault={can('makeCopy') ? copy.fault : can('proposeErasure') ? erase.fault : end.fault} />
      {open === 'verify' ? <Verify request={request} onClose={close} /> : null}
      {open === 'correct' ? <CorrectDialog request={request} onClose={close} /> : null}
      {open === 'answer' ? <AnswerDialog request={request} onClose={close} /> : null}
      {open === 'withdraw' ? <Withdraw request={request} onClose={close} /> : null}
    </>
  )
}

const WAYS = {
  self: ['id_card', 'call_back'],
  proxy: ['mandate'],
  heir: ['kinship'],
} as const satisfies Readonly<Record<RequestAsker, readonly (keyof typeof IDENTITY_CHECKS)[]>>
type Way = (typeof WAYS)[RequestAsker][number]

function Verify({ request, onClose }: Props): ReactElement {
  const [form] = Form.useForm<{ how: Way; note: string }>()
  const command = useCommand(verifyDataRequest)
  const ways: readonly Way[] = WAYS[request.asker]
  const save = async (body: { how: Way; note: string }): Promise<void> => {
    if (await command.run({ params: { requestId: request.id }, body })) onClose()
  }
  return (
    <SaveDialog<{ how: Way; note: string }>
      title="核实申请人身份"
      open
      okText="已核实"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ how: ways[0] ?? 'id_card', note: '' }}
      note="核实之前，不要说出任何个人信息。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="how" label="核实方式" required>
        <Select options={ways.map((value) => ({ value, label: IDENTITY_CHECKS[value] }))} />
      </Field>
      <Field name="note" label="说明">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} />
      </Field>
    </SaveDialog>
  )
}

function Withdraw({ request, onClose }: Props): ReactElement {
  const command = useCommand(withdrawDataRequest)
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ params: { requestId: request.id }, body: { reason } })) onClose()
  }
  return (
    <ReasonDialog
      title="本人撤回请求"
      label="怎样撤回的"
      okText="登记撤回"
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}

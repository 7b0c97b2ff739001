/** The answer to a request: what was done or why not, how it reached the asker, with its proof (CUS-07, L13). */
import { answerDataRequest, type DataRequestView } from '@anpei/contract/customers'
import {
  REQUEST_DELIVERIES,
  REQUEST_OUTCOMES,
  REQUEST_REFUSALS,
  type RequestDelivery,
  type RequestOutcome,
  type RequestRefusal,
} from '@anpei/domain/customers'
import { Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { choicesOf, Field, FilePick, SaveDialog } from '../../kit/index.ts'

type Values = { outcome: RequestOutcome; refusal?: RequestRefusal; answer: string; delivered: RequestDelivery }

export function AnswerDialog({ request, onClose }: { request: DataRequestView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(answerDataRequest)
  const [files, setFiles] = useState<readonly File[]>([])
  const only = request.can.includes('answer') ? null : 'refused'
  const outcome: unknown = Form.useWatch('outcome', form) ?? only
  const outcomes = choicesOf(REQUEST_OUTCOMES).filter(
    ({ value }) => (only === null || value === only) && (value !== 'restricted' || request.kind === 'delete'),
  )
  const save = async ({ refusal, ...values }: Values): Promise<void> => {
    const sent = files.map((file) => ({ field: 'proof', file, name: file.name }))
    const body = { ...values, refusal: values.outcome === 'refused' ? (refusal ?? null) : null }
    if (await command.run({ params: { requestId: request.id }, body }, sent)) onClose()
  }
  return (
    <SaveDialog<Values>
      title="答复请求"
      open
      okText="已答复"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ outcome: only ?? 'granted', answer: '', delivered: 'counter' }}
      note="告诉了对方以后再登记；拒绝要说明理由，并告诉他可以向监管部门投诉。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="outcome" label="结果" required>
        <Select options={outcomes} />
      </Field>
      {outcome === 'refused' ? (
        <Field name="refusal" label="理由" required>
          <Select options={choicesOf(REQUEST_REFUSALS)} />
        </Field>
      ) : null}
      <Field name="answer" label="答复内容" required>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Field>
      <Field name="delivered" label="怎样告诉的" required>
        <Select options={choicesOf(REQUEST_DELIVERIES)} />
      </Field>
      <FilePick label="附送达凭据" files={files} many onFiles={setFiles} />
    </SaveDialog>
  )
}

/** A try is written down, reached or not, with what proves it (CBK-02, CMP-10). */
import { recordCallbackAttempt, type CallbackView } from '@anpei/contract/callbacks'
import { OUTCOMES, outcomesOf, WAYS, type CallbackOutcome, type CallbackWay } from '@anpei/domain/callbacks'
import { Form, Input, Radio, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { Field, FilePick, InstantInput, SaveDialog } from '../kit/index.ts'
import { instantOfInput } from '../kernel/index.ts'

type Values = {
  way: CallbackWay
  outcome?: CallbackOutcome
  at?: string
  callNo?: string
  note?: string
  laterAt?: string
}

const ACCEPT = 'audio/*,video/mp4,video/webm,image/*,application/pdf'

export function AttemptDialog({ callback, onClose }: { callback: CallbackView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const [files, setFiles] = useState<readonly File[]>([])
  const [way, setWay] = useState<CallbackWay>('phone')
  const outcome: unknown = Form.useWatch('outcome', form)
  const command = useCommand(recordCallbackAttempt)
  const save = async (values: Values): Promise<void> => {
    if (!values.outcome) return
    const body = {
      way: values.way,
      outcome: values.outcome,
      at: instantOfInput(values.at ?? ''),
      callNo: values.callNo ?? '',
      note: values.note ?? '',
      laterAt: values.outcome === 'call_later' ? instantOfInput(values.laterAt ?? '') : null,
    }
    const parts = files.map((file) => ({ field: 'file', file, name: file.name }))
    if (await command.run({ params: { callbackId: callback.id }, body }, parts)) onClose()
  }
  return (
    <SaveDialog<Values>
      title={`记一次联系：${callback.name}`}
      open
      okText="记下"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ way: 'phone' }}
      note="没打通也要记。通话编号、录音或照片、写明经过，有一样就行；补记前几天的要有编号或录音、照片。"
      onClose={onClose}
      onChange={(values) => {
        if (values.way === way) return
        setWay(values.way)
        form.setFieldValue('outcome', undefined)
      }}
      onSave={(values) => void save(values)}
    >
      <Field name="way" label="怎样联系" required>
        <Select options={wayChoices} />
      </Field>
      <Field name="outcome" label="结果" required>
        <Radio.Group vertical options={outcomesOf(way).map((value) => ({ value, label: OUTCOMES[value] }))} />
      </Field>
      {outcome === 'call_later' ? (
        <Field name="laterAt" label="约好什么时候再打" required>
          <InstantInput />
        </Field>
      ) : null}
      <Field name="callNo" label="通话编号" help="电话系统里的编号">
        <Input maxLength={80} />
      </Field>
      <Field name="note" label="经过">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} placeholder="例如：响了十声没有人接" />
      </Field>
      <Form.Item label="录音或照片">
        <FilePick label="选择文件" many accept={ACCEPT} files={files} onFiles={setFiles} />
      </Form.Item>
      <Field name="at" label="什么时候联系的" help="不填就是现在">
        <InstantInput />
      </Field>
    </SaveDialog>
  )
}

const wayChoices = Object.entries(WAYS).map(([value, { zh }]) => ({ value, label: zh }))

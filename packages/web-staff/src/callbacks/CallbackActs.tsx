/** What may be done with a callback now. */
import {
  assignCallback,
  exhaustCallback,
  giveBackCallback,
  listCallers,
  takeCallback,
  type CallbackView,
} from '@anpei/contract/callbacks'
import { Button, Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { FaultNote, Field, SaveDialog } from '../kit/index.ts'
import { AttemptDialog } from './AttemptDialog.tsx'

export function CallbackActs({ callback }: { callback: CallbackView }): ReactElement {
  const [open, setOpen] = useState<'attempt' | 'assign' | null>(null)
  const [take, giveBack, exhaust] = [
    useCommand(takeCallback),
    useCommand(giveBackCallback),
    useCommand(exhaustCallback),
  ]
  const sent = { params: { callbackId: callback.id } }
  const can = (act: string): boolean => callback.can.includes(act)
  const close = (): void => {
    setOpen(null)
  }
  const fault = take.fault ?? giveBack.fault ?? exhaust.fault
  return (
    <>
      {can('attempt') ? (
        <Button type={can('identify') ? 'default' : 'primary'} onClick={() => setOpen('attempt')}>
          记一次联系
        </Button>
      ) : null}
      {can('take') ? (
        <Button type="primary" loading={take.busy} onClick={() => void take.run(sent)}>
          {callback.state === 'exhausted' ? '重新联系' : '开始联系'}
        </Button>
      ) : null}
      {can('giveBack') ? (
        <Button loading={giveBack.busy} onClick={() => void giveBack.run(sent)}>
          放回
        </Button>
      ) : null}
      {can('exhaust') && callback.missing.length === 0 ? (
        <Button danger loading={exhaust.busy} onClick={() => void exhaust.run(sent)}>
          记为未能回访
        </Button>
      ) : null}
      {can('assign') ? <Button onClick={() => setOpen('assign')}>指定回访人</Button> : null}
      <FaultNote fault={fault} />
      {open === 'attempt' ? <AttemptDialog callback={callback} onClose={close} /> : null}
      {open === 'assign' ? <Assign callback={callback} onClose={close} /> : null}
    </>
  )
}

type Values = { ownerId: string; reason: string }

function Assign({ callback, onClose }: { callback: CallbackView; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const params = { callbackId: callback.id }
  const callers = useCall(listCallers, { params })
  const command = useCommand(assignCallback)
  const save = async (body: Values): Promise<void> => {
    if (await command.run({ params, body })) onClose()
  }
  const options = (callers.shown?.items ?? []).map((one) => ({
    value: one.id,
    label: `${one.name}，手上 ${one.open} 个${one.absent ? '，请假' : ''}`,
    disabled: one.absent,
  }))
  return (
    <SaveDialog<Values>
      title="指定回访人"
      open
      okText="指定"
      busy={command.busy}
      fault={command.fault ?? callers.error}
      form={form}
      initial={{ ownerId: '', reason: '' }}
      note="经办过这件事的同事不在名单里。正在联系的同事会被替下。"
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="ownerId" label="回访人" required>
        <Select options={options} loading={callers.shown === undefined} />
      </Field>
      <Field name="reason" label="原因" required>
        <Input maxLength={200} placeholder="例如：客户要讲潮汕话" />
      </Field>
    </SaveDialog>
  )
}

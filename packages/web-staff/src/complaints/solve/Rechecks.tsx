/** CMP-08, 令2020-3 art. 20: 核查 by the superior institution. */
import {
  askRecheck,
  assignRecheck,
  decideRecheck,
  listRecheckHandlers,
  tellRecheck,
  type SolutionView,
} from '@anpei/contract/complaints'
import { Button, Form, Input, Radio, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { instantText } from '../../kernel/index.ts'
import { Field, Panel, ReasonDialog, SaveDialog, Tag } from '../../kit/index.ts'
import { LetterButtons } from './Decisions.tsx'
import type { SolveProps } from './solve-props.ts'

type Recheck = SolutionView['rechecks'][number]

/** Nothing asked and nothing to ask: no panel. */
export function Rechecks({ complaintId, solution }: SolveProps): ReactElement | null {
  const [asking, setAsking] = useState(false)
  const may = solution.can.includes('askRecheck')
  if (!may && solution.rechecks.length === 0) return null
  const act = may ? (
    <Button
      onClick={() => {
        setAsking(true)
      }}
    >
      登记核查申请
    </Button>
  ) : null
  return (
    <Panel title="核查" acts={act}>
      {solution.rechecks.length === 0 ? <p className="ap-muted">收到处理决定三十日内，客户可以申请核查。</p> : null}
      {solution.rechecks.map((one) => (
        <RecheckRow key={one.id} complaintId={complaintId} of={one} />
      ))}
      {asking ? (
        <Ask
          complaintId={complaintId}
          onClose={() => {
            setAsking(false)
          }}
        />
      ) : null}
    </Panel>
  )
}

function RecheckRow({ complaintId, of }: { complaintId: string; of: Recheck }): ReactElement {
  const [dialog, setDialog] = useState<'assign' | 'decide' | 'tell' | null>(null)
  const close = (): void => {
    setDialog(null)
  }
  const act = (name: 'assign' | 'decide' | 'tell', text: string): ReactElement | null =>
    of.can.includes(name) ? (
      <Button
        type={name === 'assign' ? 'default' : 'primary'}
        onClick={() => {
          setDialog(name)
        }}
      >
        {text}
      </Button>
    ) : null
  return (
    <article>
      <p>
        <Tag tone={of.state === 'told' ? 'green' : 'amber'}>{of.stateWord}</Tag> {instantText(of.askedAt)} 申请：
        {of.why}
        {of.handler ? `　核查人 ${of.handler}` : ''}
        {of.outcomeWord ? `　${of.outcomeWord}` : ''}
        {of.toldAt ? `　${instantText(of.toldAt)} 告知` : ''}
      </p>
      {of.letterId ? (
        <LetterButtons complaintId={complaintId} letterId={of.letterId} title="投诉核查决定告知书" />
      ) : null}
      <div className="ap-acts">
        {act('assign', '指派核查人')}
        {act('decide', '作出核查决定')}
        {act('tell', '登记已告知')}
      </div>
      {dialog === 'assign' ? <Assign id={of.id} onClose={close} /> : null}
      {dialog === 'decide' ? <Decide id={of.id} onClose={close} /> : null}
      {dialog === 'tell' ? <Tell id={of.id} onClose={close} /> : null}
    </article>
  )
}

function Ask({ complaintId, onClose }: { complaintId: string; onClose: () => void }): ReactElement {
  const command = useCommand(askRecheck)
  const save = async (why: string): Promise<void> => {
    if (await command.run({ params: { complaintId }, body: { why } })) onClose()
  }
  return (
    <ReasonDialog
      title="登记核查申请"
      label="客户为什么不同意"
      okText="登记"
      max={2000}
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(why) => {
        void save(why)
      }}
    />
  )
}

type DialogProps = { id: string; onClose: () => void }

function Assign({ id, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<{ handlerId: string }>()
  const command = useCommand(assignRecheck)
  const able = useCall(listRecheckHandlers, { params: { recheckId: id } }).shown?.items ?? []
  const options = able.map((one) => ({ value: one.id, label: `${one.name}　${one.institution}` }))
  const save = async (body: { handlerId: string }): Promise<void> => {
    if (await command.run({ params: { recheckId: id }, body })) onClose()
  }
  return (
    <SaveDialog<Partial<{ handlerId: string }>>
      title="指派核查人"
      open
      okText="指派"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      note="名单里是作出决定机构的上级机构中没有办过本件、不须回避的人。"
      onClose={onClose}
      onSave={() => {
        void save(form.getFieldsValue())
      }}
    >
      <Field name="handlerId" label="核查人" required>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="请选择"
          notFoundContent="没有可以核查的人，请负责人安排"
          options={options}
        />
      </Field>
    </SaveDialog>
  )
}

type DecideForm = { outcome: 'upheld' | 'changed'; findings: string; basis: string; reasons: string }

function Decide({ id, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<DecideForm>()
  const command = useCommand(decideRecheck)
  const save = async (body: DecideForm): Promise<void> => {
    if (await command.run({ params: { recheckId: id }, body })) onClose()
  }
  const words = (name: 'findings' | 'basis' | 'reasons', label: string): ReactElement => (
    <Field name={name} label={label} required>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
    </Field>
  )
  return (
    <SaveDialog<DecideForm>
      title="核查决定"
      open
      width={720}
      okText="作出决定"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ outcome: 'upheld', findings: '', basis: '', reasons: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="outcome" label="结论" required>
        <Radio.Group
          options={[
            { value: 'upheld', label: '维持原决定' },
            { value: 'changed', label: '改变原决定（重新办理）' },
          ]}
        />
      </Field>
      {words('findings', '查明的事实')}
      {words('basis', '依据')}
      {words('reasons', '理由')}
    </SaveDialog>
  )
}

function Tell({ id, onClose }: DialogProps): ReactElement {
  const command = useCommand(tellRecheck)
  const save = async (told: string): Promise<void> => {
    if (await command.run({ params: { recheckId: id }, body: { told } })) onClose()
  }
  return (
    <ReasonDialog
      title="核查决定已告知"
      label="怎样告知、凭证"
      okText="登记"
      max={500}
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(told) => {
        void save(told)
      }}
    />
  )
}

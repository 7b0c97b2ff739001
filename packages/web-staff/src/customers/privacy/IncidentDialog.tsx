/** A data security incident is recorded; from the persons it concerns it is sealed (SLA L12, CUS-11). */
import { recordIncident } from '@anpei/contract/customers'
import { listStaff } from '@anpei/contract/identity'
import { INCIDENT_LEVELS, type IncidentLevel } from '@anpei/domain/customers'
import { Form, Input, InputNumber, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { choicesOf, Field, InstantInput, SaveDialog } from '../../kit/index.ts'
import { instantOfInput } from '../../kernel/index.ts'

type Values = {
  title: string
  level: IncidentLevel
  what: string
  personsCount: number
  knownAt: string
  sealFrom: string[]
}
type Props = { onClose: () => void; onRecorded: (id: string) => void }

export function IncidentDialog({ onClose, onRecorded }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(recordIncident)
  const [search, setSearch] = useState('')
  const staff = useCall(listStaff, { query: { limit: 50, ...(search ? { search } : {}) } })
  const save = async ({ knownAt, sealFrom, ...values }: Values): Promise<void> => {
    const at = instantOfInput(knownAt)
    if (at === null) {
      form.setFields([{ name: 'knownAt', errors: ['请填写发现时间'] }])
      return
    }
    const done = await command.run({ body: { ...values, knownAt: at, sealFrom } })
    if (done) onRecorded(done.id)
  }
  return (
    <SaveDialog<Values>
      title="登记数据安全事件"
      open
      okText="登记"
      danger
      busy={command.busy}
      fault={command.fault}
      form={form}
      width={620}
      initial={{ title: '', level: 'general', what: '', personsCount: 0, knownAt: '', sealFrom: [] }}
      note="登记后开始计时：两小时内首报，二十四小时内书面报告。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="title" label="事件名称（不写客户姓名）" required>
        <Input maxLength={100} />
      </Field>
      <div className="ap-fields">
        <Field name="level" label="级别" required>
          <Select options={choicesOf(INCIDENT_LEVELS)} />
        </Field>
        <Field name="personsCount" label="影响人数" required>
          <InputNumber min={0} max={10_000_000} style={{ width: '100%' }} />
        </Field>
        <Field name="knownAt" label="发现时间" required>
          <InstantInput />
        </Field>
      </div>
      <Field name="what" label="发生了什么，影响什么，已做什么" required>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Field>
      <Field name="sealFrom" label="涉事人员" help="对他们密封：他们看不到这件事。没有就空着。">
        <Select
          mode="multiple"
          showSearch={{ filterOption: false, onSearch: setSearch }}
          placeholder="姓名或岗位"
          notFoundContent={staff.error?.message ?? '没有找到'}
          options={(staff.shown?.items ?? []).map(({ login, name, post }) => ({
            value: login,
            label: `${name}（${post}，${login}）`,
          }))}
        />
      </Field>
    </SaveDialog>
  )
}

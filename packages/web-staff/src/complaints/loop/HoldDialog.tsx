/** Who was there, what was said, who does what by when (CMP-13). */
import { holdReview, listImprovements } from '@anpei/contract/complaints'
import { REVIEW_FUNCTIONS, type ReviewFunction } from '@anpei/domain/complaints'
import { Button, Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { choicesOf, DayInput, Field, SaveDialog, clearable } from '../../kit/index.ts'
import { useOwners } from './OwnerFields.tsx'

type Props = { readonly reviewId: string; readonly onClose: () => void }
type Decision = { text: string; ownerId: string; dueOn: string; improvementId?: string | null }
type Values = {
  heldOn: string
  claims: string[]
  service: string[]
  legal: string[]
  minutes: string
  decisions: Decision[]
}
const FUNCTIONS: readonly ReviewFunction[] = ['claims', 'service', 'legal']

export function HoldDialog({ reviewId, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(holdReview)
  const owners = useOwners()
  const save = async ({ heldOn, minutes, decisions, ...present }: Values): Promise<void> => {
    const participants = FUNCTIONS.flatMap((name) => present[name].map((userId) => ({ userId, function: name })))
    const listed = decisions.map((one) => ({ ...one, improvementId: one.improvementId ?? null }))
    const body = { heldOn, participants, minutes, decisions: listed }
    if (await command.run({ params: { reviewId }, body })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="登记复盘会纪要"
      open
      width={860}
      okText="保存"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ heldOn: '', claims: [], service: [], legal: [], minutes: '', decisions: [] }}
      note="理赔、客服、法务都要有人参加；保存后不能再改。"
      onClose={onClose}
      onSave={(values) => void save(values)}
    >
      <Field name="heldOn" label="召开日期" required>
        <DayInput />
      </Field>
      {choicesOf(REVIEW_FUNCTIONS).map(({ value, label }) => (
        <Field key={value} name={value} label={`${label}参加人`} required>
          <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={owners} />
        </Field>
      ))}
      <Field name="minutes" label="纪要" required>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={10_000} />
      </Field>
      <Decisions owners={owners} />
    </SaveDialog>
  )
}

function Decisions({ owners }: { owners: { value: string; label: string }[] }): ReactElement {
  const open = useCall(listImprovements, { query: { whose: 'open', limit: 100 } }).shown?.items ?? []
  const improvements = open.map((one) => ({ value: one.id, label: `${one.improvementNo} ${one.title}` }))
  return (
    <Form.List name="decisions">
      {(rows, { add, remove }) => (
        <fieldset className="lp-decisions">
          <legend>决定</legend>
          {rows.map(({ key, name }) => (
            <div key={key} className="lp-row">
              <Field name={[name, 'text']} label="做什么" required>
                <Input maxLength={500} />
              </Field>
              <Field name={[name, 'ownerId']} label="负责人" required>
                <Select showSearch={{ optionFilterProp: 'label' }} options={owners} />
              </Field>
              <Field name={[name, 'dueOn']} label="期限" required>
                <DayInput />
              </Field>
              <Field name={[name, 'improvementId']} label="整改">
                <Select allowClear={clearable} options={improvements} popupMatchSelectWidth={false} />
              </Field>
              <Button
                onClick={() => {
                  remove(name)
                }}
              >
                去掉
              </Button>
            </div>
          ))}
          <Button
            onClick={() => {
              add({ text: '', ownerId: '', dueOn: '' })
            }}
          >
            加一项决定
          </Button>
        </fieldset>
      )}
    </Form.List>
  )
}

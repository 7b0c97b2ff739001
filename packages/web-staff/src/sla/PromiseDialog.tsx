/** 修改时限规则: the fields of a promise, what the linter says of them as they are typed, and who is bound (CLK-01). */
import { proposeDefinition, type viewDefinition } from '@anpei/contract/sla'
import type { Answer } from '@anpei/contract/kernel'
import { STANDING_WORDS } from '@anpei/domain/sla'
import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { choicesOf, Field, InstantInput, Many, SaveDialog } from '../kit/index.ts'
import { instantOfInput } from '../kernel/index.ts'
import { PromiseCheck, type Asked } from './PromiseCheck.tsx'
import { PromiseImport } from './PromiseImport.tsx'
import {
  dataOf,
  LEVEL_CHOICES,
  MEASURES,
  percentsOf,
  valuesOf,
  type DefinitionData,
  type PromiseValues,
} from './promise-form.ts'

type Definition = Answer<typeof viewDefinition>
type Props = { definition: Definition; onClose: () => void }

export function PromiseDialog({ definition, onClose }: Props): ReactElement {
  const [form] = Form.useForm<PromiseValues>()
  const propose = useCommand(proposeDefinition)
  const [base, setBase] = useState<DefinitionData>(definition.data)
  const [asked, setAsked] = useState<Asked | null>(null)
  const params = { clockId: definition.id }
  const wishOf = (from: DefinitionData, values: PromiseValues): Asked => {
    const validFrom = instantOfInput(values.validFrom)
    return {
      definition: { ...dataOf(from, values) },
      capByLaw: values.capByLaw,
      reapply: values.apply === 'running',
      ...(validFrom ? { validFrom } : {}),
    }
  }
  const save = async (values: PromiseValues): Promise<void> => {
    const body = { ...wishOf(base, values), reason: values.reason }
    if (await propose.run({ params, body })) onClose()
  }
  const take = (data: DefinitionData): void => {
    const { reason, apply, capByLaw, validFrom } = form.getFieldsValue(true)
    const values = { ...valuesOf(data), reason, apply, capByLaw, validFrom }
    setBase(data)
    form.setFieldsValue(values)
    setAsked(wishOf(data, values))
  }
  return (
    <SaveDialog<PromiseValues>
      title={`修改时限：${definition.name}`}
      open
      okText="提交，先看影响"
      width={760}
      busy={propose.busy}
      fault={propose.fault}
      form={form}
      initial={valuesOf(base)}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      onChange={() => {
        setAsked(wishOf(base, { ...valuesOf(base), ...form.getFieldsValue(true) }))
      }}
      note="提交后先算出多少案件提前、多少推后，另一个人看过影响再复核发布。"
    >
      <LimitFields calendars={definition.calendars} />
      <ToldFields />
      <SourceFields />
      <ForceFields />
      <PromiseImport clockId={definition.id} onTake={take} />
      <PromiseCheck clockId={definition.id} asked={asked} runningNow={definition.runningNow} />
    </SaveDialog>
  )
}

function LimitFields({ calendars }: { calendars: Definition['calendars'] }): ReactElement {
  return (
    <>
      <Field name="name" label="名称" required>
        <Input maxLength={60} />
      </Field>
      <div className="sl-row">
        <Field name="amount" label="时限" required>
          <InputNumber min={0} max={100_000} />
        </Field>
        <Field name="measure" label="单位" required>
          <Select options={choicesOf(MEASURES)} popupMatchSelectWidth={false} />
        </Field>
        <Field name="calendar" label="日历" required>
          <Select options={calendars.map(({ id, name }) => ({ value: id, label: name }))} />
        </Field>
        <Field name="owner" label="责任部门" required>
          <Input maxLength={20} />
        </Field>
      </div>
    </>
  )
}

const TOLD = { table: '按统一的上报表', own: '这项时限另行指定' } as const

function ToldFields(): ReactElement {
  const form = Form.useFormInstance<PromiseValues>()
  const thresholds = Form.useWatch('thresholds', form) ?? ''
  const own = Form.useWatch('ownSteps', form) === 'own'
  const percents = percentsOf(thresholds) ?? []
  return (
    <>
      <div className="sl-row">
        <Field name="thresholds" label="用到百分之几时提醒" required help="例如 50, 80, 100, 120；100 就是到期。">
          <Input maxLength={60} />
        </Field>
        <Field name="ownSteps" label="提醒谁">
          <Radio.Group options={choicesOf(TOLD)} />
        </Field>
      </div>
      {own
        ? percents.map((percent) => (
            <Field key={percent} name={['steps', String(percent)]} label={`用到 ${percent}% 时提醒`}>
              <Many options={LEVEL_CHOICES} />
            </Field>
          ))
        : null}
    </>
  )
}

function SourceFields(): ReactElement {
  return (
    <div className="sl-row">
      <Field name="document" label="依据的文件" required>
        <Input maxLength={80} />
      </Field>
      <Field name="article" label="条款" required>
        <Input maxLength={120} />
      </Field>
      <Field name="edition" label="版本或年份" required>
        <Input maxLength={40} />
      </Field>
      <Field name="standing" label="原文核对">
        <Select options={choicesOf(STANDING_WORDS)} />
      </Field>
    </div>
  )
}

const RUNNING = { yes: '计时', no: '停用' } as const
const APPLY = { new: '只用于新案件', running: '在走的案件也重算' } as const

function ForceFields(): ReactElement {
  const form = Form.useFormInstance<PromiseValues>()
  const stopped = Form.useWatch('running', form) === 'no'
  return (
    <>
      <div className="sl-row">
        <Field name="running" label="是否计时">
          <Radio.Group options={choicesOf(RUNNING)} />
        </Field>
        {stopped ? (
          <Field name="heldBack" label="为什么停用" required>
            <Input maxLength={120} />
          </Field>
        ) : null}
        <Field name="apply" label="用于哪些案件" help="重算时，法定时限只会提前、不会推后；已超期的不变。">
          <Radio.Group options={choicesOf(APPLY)} />
        </Field>
        <Field name="validFrom" label="何时生效" help="不填就从复核发布时起。">
          <InstantInput />
        </Field>
      </div>
      <Form.Item name="capByLaw" valuePropName="checked" className="ap-field">
        <Checkbox>如果长于法定时限，以法定时限封顶发布</Checkbox>
      </Form.Item>
      <Field name="reason" label="为什么改" required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} />
      </Field>
    </>
  )
}

/** A hospital of the register, new or changed; its past stays visible, another person confirms (CLM-08, ORG-05). */
import { proposeHospital, type HospitalView } from '@anpei/contract/programme'
import { LEVEL_WORDS } from '@anpei/domain/programme'
import { App, Button, Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { DayInput, Field, Icon, SaveDialog } from '../../kit/index.ts'
import { today } from '../../kernel/index.ts'

type LevelDraft = { level: 1 | 2 | 3; from: string; to?: string | null }
type RecognitionDraft = { from: string; to?: string | null; basis: string }
type Values = {
  code: string
  name: string
  aliases: string[]
  town: string
  levels: LevelDraft[]
  recognitions: RecognitionDraft[]
}

const LEVELS = ([1, 2, 3] as const).map((value) => ({ value, label: LEVEL_WORDS[value] }))

export function HospitalDialog({
  hospital,
  onClose,
}: {
  hospital: HospitalView | null
  onClose: () => void
}): ReactElement {
  const [form] = Form.useForm<Values>()
  const { message } = App.useApp()
  const propose = useCommand(proposeHospital)
  const save = async (values: Values): Promise<void> => {
    const ended = <S extends { to?: string | null }>(span: S) => ({ ...span, to: span.to || null })
    const body = {
      ...values,
      hospitalId: hospital?.id ?? null,
      levels: values.levels.map(ended),
      recognitions: values.recognitions.map(ended),
    }
    if (!(await propose.run({ body }))) return
    void message.success('已提交，等另一位同事复核后生效。')
    onClose()
  }
  return (
    <SaveDialog<Values>
      open
      title={hospital ? `修改医院：${hospital.name}` : '新增医院'}
      okText="提交复核"
      width={680}
      form={form}
      busy={propose.busy}
      fault={propose.fault}
      initial={hospital ?? { code: '', name: '', aliases: [], town: '', levels: [], recognitions: [] }}
      note="升级不要改旧的一段：给旧的一段填止日，再加新的一段。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <div className="ap-fields">
        <Field name="code" label="机构代码" required>
          <Input maxLength={40} />
        </Field>
        <Field name="name" label="名称" required>
          <Input maxLength={100} />
        </Field>
        <Field name="town" label="镇街">
          <Input maxLength={60} />
        </Field>
        <Field name="aliases" label="别名">
          <Select mode="tags" open={false} suffixIcon={null} placeholder="输入后回车" />
        </Field>
      </div>
      <Spans name="levels" title="等级" />
      <Spans name="recognitions" title="保险公司认可" />
    </SaveDialog>
  )
}

function Spans({ name, title }: { name: 'levels' | 'recognitions'; title: string }): ReactElement {
  return (
    <Form.List name={name}>
      {(rows, { add, remove }) => (
        <fieldset className="pg-spans">
          <legend>{title}</legend>
          {rows.map((row) => (
            <div key={row.key} className="pg-span">
              {name === 'levels' ? (
                <Field name={[row.name, 'level']} label="等级" required>
                  <Select options={LEVELS} />
                </Field>
              ) : (
                <Field name={[row.name, 'basis']} label="依据的文件" required>
                  <Input maxLength={300} placeholder="文件名称、文号" />
                </Field>
              )}
              <Field name={[row.name, 'from']} label="起" required>
                <DayInput />
              </Field>
              <Field name={[row.name, 'to']} label="止（空 = 至今）">
                <DayInput />
              </Field>
              <Button
                type="text"
                aria-label={`去掉这一段${title}`}
                icon={<Icon name="cross" />}
                onClick={() => {
                  remove(row.name)
                }}
              />
            </div>
          ))}
          <Button
            size="small"
            icon={<Icon name="plus" size={14} />}
            onClick={() => {
              add(name === 'levels' ? { from: today() } : { from: today(), basis: '' })
            }}
          >
            加一段
          </Button>
        </fieldset>
      )}
    </Form.List>
  )
}

/** One day of one institution arranged alone: its street is flooded, it opens on a Sunday (CLK-02). */
import { proposeOfficeDay, type CalendarLine } from '@anpei/contract/sla'
import { Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { DayInput, Field, Many, SaveDialog } from '../kit/index.ts'
import { today } from '../kernel/index.ts'
import { DAY_FAULT, DAY_HELP, dayText, readDay } from './hours-text.ts'

export type Office = { readonly id: string; readonly name: string }
type Values = { institutionId: string | null; day: string; calendarIds: string[]; hours: string; source: string }
type Props = {
  readonly offices: readonly Office[]
  readonly lines: readonly CalendarLine[]
  readonly onClose: () => void
}

export function OfficeDayDialog({ offices, lines, onClose }: Props): ReactElement {
  const [form] = Form.useForm<Values>()
  const propose = useCommand(proposeOfficeDay)
  // A hotline that is open whatever the day is no institution's.
  const own = lines.filter((line) => line.followsNational)
  const save = async ({ hours, institutionId, ...rest }: Values): Promise<void> => {
    if (institutionId === null) return
    const spans = readDay(hours)
    if (spans === null) {
      form.setFields([{ name: 'hours', errors: [DAY_FAULT] }])
      return
    }
    if (await propose.run({ body: { ...rest, institutionId, spans } })) onClose()
  }
  return (
    <SaveDialog<Values>
      title="安排一个机构的某一天"
      open
      okText="提交，先看影响"
      busy={propose.busy}
      fault={propose.fault}
      form={form}
      initial={{
        institutionId: null,
        day: today(),
        calendarIds: own.map((line) => line.id),
        hours: dayText([]),
        source: '',
      }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note="只改这个机构的这一天，只影响归它办理的案件的承诺时限，优先于公司安排、国家放假调休和每周时间；法定时限不变。另一个人看过影响再复核生效。"
    >
      <Field name="institutionId" label="哪个机构" required>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={offices.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder="选择机构或网点"
        />
      </Field>
      <Field name="day" label="哪一天" required>
        <DayInput />
      </Field>
      <Field name="calendarIds" label="哪些时间跟着改" required>
        <Many options={own.map((line) => ({ value: line.id, label: line.name }))} />
      </Field>
      <Field name="hours" label="这一天的时间" required help={DAY_HELP}>
        <Input maxLength={120} />
      </Field>
      <Field name="source" label="为什么" required>
        <Input maxLength={200} placeholder="门前道路积水，停业一天" />
      </Field>
    </SaveDialog>
  )
}

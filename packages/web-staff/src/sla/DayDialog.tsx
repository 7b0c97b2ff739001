/** One day arranged alone for several lines or outlets at once: a storm closes, a Sunday is worked (CLK-02). */
import { proposeDay, type CalendarLine } from '@anpei/contract/sla'
import { Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { DayInput, Field, Many, SaveDialog } from '../kit/index.ts'
import { today } from '../kernel/index.ts'
import { DAY_FAULT, DAY_HELP, dayText, readDay } from './hours-text.ts'

type DayValues = { day: string; calendarIds: string[]; hours: string; source: string }

export function DayDialog({ lines, onClose }: { lines: readonly CalendarLine[]; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<DayValues>()
  const propose = useCommand(proposeDay)
  // The lines that are open whatever the day stay open unless somebody ticks them.
  const usual = lines.filter((line) => line.followsNational).map((line) => line.id)
  const save = async ({ day, calendarIds, hours, source }: DayValues): Promise<void> => {
    const spans = readDay(hours)
    if (spans === null) {
      form.setFields([{ name: 'hours', errors: [DAY_FAULT] }])
      return
    }
    if (await propose.run({ body: { day, calendarIds, spans, source } })) onClose()
  }
  return (
    <SaveDialog<DayValues>
      title="安排某一天"
      open
      okText="提交，先看影响"
      busy={propose.busy}
      fault={propose.fault}
      form={form}
      initial={{ day: today(), calendarIds: usual, hours: dayText([]), source: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note="只改这一天，优先于国家放假调休和每周时间。提交后先算影响，另一个人看过再复核生效。"
    >
      <Field name="day" label="哪一天" required>
        <DayInput />
      </Field>
      <Field name="calendarIds" label="哪些线路或网点" required>
        <Many options={lines.map((line) => ({ value: line.id, label: line.name }))} />
      </Field>
      <Field name="hours" label="这一天的时间" required help={DAY_HELP}>
        <Input maxLength={120} />
      </Field>
      <Field name="source" label="为什么" required>
        <Input maxLength={200} placeholder="台风红色预警停业" />
      </Field>
    </SaveDialog>
  )
}

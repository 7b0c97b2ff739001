/** The two forms of the calendar desk: a notice, and the hours of a line or outlet (CLK-02). */
import { proposeHours, proposeNotice, type CalendarLine } from '@anpei/contract/sla'
import { Form, Input, InputNumber } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { Field, SaveDialog } from '../kit/index.ts'
import { readNotice } from './notice-text.ts'
import { overridesText, readOverrides, readSpans, WEEKDAYS } from './hours-text.ts'

type NoticeValues = { year: number; source: string; text: string }

export function NoticeDialog({ year, onClose }: { year: number; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<NoticeValues>()
  const propose = useCommand(proposeNotice)
  const [problem, setProblem] = useState<Error | null>(null)
  const save = async (values: NoticeValues): Promise<void> => {
    const read = readNotice(values.text)
    if (!read.ok) {
      form.setFields([{ name: 'text', errors: [read.problem] }])
      return
    }
    if (read.year !== null && read.year !== values.year) {
      form.setFields([{ name: 'year', errors: [`贴入的是 ${read.year} 年的通知`] }])
      return
    }
    setProblem(null)
    const days = read.days.map((day) => ({ ...day }))
    if (await propose.run({ body: { year: values.year, source: values.source, days } })) onClose()
  }
  return (
    <SaveDialog<NoticeValues>
      title="录入国务院放假通知"
      open
      okText="提交，先看影响"
      width={640}
      busy={propose.busy}
      fault={problem ?? propose.fault}
      form={form}
      initial={{ year, source: '', text: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
      note="提交后先算出多少案件提前、多少推后，另一个人看过影响再复核生效。已办完的时限不会改变。"
    >
      <Field name="year" label="年份" required>
        <InputNumber min={2000} max={2100} />
      </Field>
      <Field name="source" label="通知文号或网址" required>
        <Input maxLength={200} placeholder="国办发明电〔2026〕…号" />
      </Field>
      <Field
        name="text"
        label="放假与调休"
        required
        help="一行一天或一段：“2027-02-05~2027-02-11 休 春节”“2027-02-14 班 春节”；也可以整份贴入 holiday-cn 的 JSON。"
      >
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} />
      </Field>
    </SaveDialog>
  )
}

type HoursValues = Record<(typeof WEEKDAYS)[number]['key'], string> & { source: string; company: string }

export function HoursDialog({ line, onClose }: { line: CalendarLine; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<HoursValues>()
  const propose = useCommand(proposeHours)
  const save = async (values: HoursValues): Promise<void> => {
    const company = readOverrides(values.company)
    const faults = WEEKDAYS.filter(({ key }) => readSpans(values[key]) === null)
    form.setFields([
      ...faults.map(({ key }) => ({ name: key, errors: ['写作 09:00-12:00, 13:30-17:30；休息就留空'] })),
      ...(company === null
        ? [{ name: 'company' as const, errors: ['一行一天：2026-12-05 09:00-12:00；全天休息写“休”'] }]
        : []),
    ])
    if (faults.length > 0 || company === null) return
    const week = (key: (typeof WEEKDAYS)[number]['key']): string[] => readSpans(values[key]) ?? []
    const weekly = {
      mon: week('mon'),
      tue: week('tue'),
      wed: week('wed'),
      thu: week('thu'),
      fri: week('fri'),
      sat: week('sat'),
      sun: week('sun'),
    }
    if (await propose.run({ body: { calendarId: line.id, source: values.source, weekly, company } })) onClose()
  }
  const initial: HoursValues = {
    mon: line.weekly.mon.join(', '),
    tue: line.weekly.tue.join(', '),
    wed: line.weekly.wed.join(', '),
    thu: line.weekly.thu.join(', '),
    fri: line.weekly.fri.join(', '),
    sat: line.weekly.sat.join(', '),
    sun: line.weekly.sun.join(', '),
    source: '',
    company: overridesText(line.company),
  }
  return (
    <SaveDialog<HoursValues>
      title={`修改时间：${line.name}`}
      open
      okText="提交，先看影响"
      busy={propose.busy}
      fault={propose.fault}
      form={form}
      initial={initial}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <div className="sl-week">
        {WEEKDAYS.map(({ key, zh }) => (
          <Field key={key} name={key} label={zh}>
            <Input placeholder="休息" />
          </Field>
        ))}
      </div>
      <Field name="company" label="单独安排的日子" help="一行一天：2026-12-05 09:00-12:00；全天休息写“休”">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
      </Field>
      <Field name="source" label="为什么改" required>
        <Input maxLength={200} />
      </Field>
    </SaveDialog>
  )
}

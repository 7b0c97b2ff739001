/** The steps of a publication: which period, the measures, and the judgement of another person (CMP-14). */
import { draftPublication, judgePublication, submitPublication, type Publication } from '@anpei/contract/complaints'
import { figurePeriod } from '@anpei/domain/complaints'
import { Form, Input, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { today } from '../../kernel/index.ts'
import { Field, SaveDialog } from '../../kit/index.ts'

type Dialog = { readonly onClose: () => void }
const YEARS = 3

/** Years, quarters and months that are over, the newest first. */
function periodsOver(): { value: string; label: string }[] {
  const now = today().slice(0, 7)
  const year = Number(now.slice(0, 4))
  const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))
  const keys = Array.from({ length: YEARS }, (_, back) => String(year - back)).flatMap((one) => [
    one,
    ...['Q4', 'Q3', 'Q2', 'Q1'].map((quarter) => `${one}-${quarter}`),
    ...months.toReversed().map((month) => `${one}-${month}`),
  ])
  return keys.flatMap((key) => {
    const period = figurePeriod(key)
    return period && period.to < now ? [{ value: key, label: period.name }] : []
  })
}

type DraftForm = { period: string; reason?: string }
type DraftProps = Dialog & { readonly known: readonly Publication[]; readonly onDone: (id: string) => void }

export function DraftDialog({ known, onClose, onDone }: DraftProps): ReactElement {
  const [form] = Form.useForm<DraftForm>()
  const command = useCommand(draftPublication)
  const period = Form.useWatch('period', form)
  const isCorrection = known.some((one) => one.period === period && one.state === 'published')
  const choices = periodsOver()
  const save = async ({ period: key, reason = '' }: DraftForm): Promise<void> => {
    const made = await command.run({ body: { period: key, reason } })
    if (!made) return
    onDone(made.id)
    onClose()
  }
  return (
    <SaveDialog<DraftForm>
      title="起草投诉情况公布"
      open
      okText="冻结数字"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ period: choices.find(({ value }) => value.includes('Q'))?.value ?? choices[0]?.value ?? '' }}
      note="数字按现在的登记情况冻结。先公布月或季，再公布年；已公布年度的，其中一段不再单独公布。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="period" label="期间" required>
        <Select showSearch={{ optionFilterProp: 'label' }} options={choices} />
      </Field>
      {isCorrection ? (
        <Field name="reason" label="为什么更正" required help="会随新一版一起公布。">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Field>
      ) : null}
    </SaveDialog>
  )
}

type StepProps = Dialog & { readonly one: Publication }

export function SubmitDialog({ one, onClose }: StepProps): ReactElement {
  const [form] = Form.useForm<{ measures: string }>()
  const command = useCommand(submitPublication)
  const save = async ({ measures }: { measures: string }): Promise<void> => {
    if (await command.run({ params: { publicationId: one.id }, body: { measures } })) onClose()
  }
  return (
    <SaveDialog<{ measures: string }>
      title={`${one.periodName}：改进措施`}
      open
      width={720}
      okText="提交批准"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ measures: one.measures }}
      note="写给公众看：出了什么问题、改了什么。不写任何人的姓名、村居和病情。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="measures" label="改进措施" required>
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} maxLength={5000} />
      </Field>
    </SaveDialog>
  )
}

type JudgeForm = { publish: boolean; answer?: string }

export function JudgeDialog({ one, onClose }: StepProps): ReactElement {
  const [form] = Form.useForm<JudgeForm>()
  const command = useCommand(judgePublication)
  const publish = Form.useWatch('publish', form) ?? true
  const save = async ({ publish: yes, answer = '' }: JudgeForm): Promise<void> => {
    if (await command.run({ params: { publicationId: one.id }, body: { publish: yes, answer } })) onClose()
  }
  return (
    <SaveDialog<JudgeForm>
      title={`审批：${one.periodName}投诉情况公布`}
      open
      okText={publish ? '批准并公布' : '退回'}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ publish: true, answer: '' }}
      note="公布后任何人都能看到，不能再改动。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="publish" label="决定" required>
        <Radio.Group
          options={[
            { value: true, label: '批准并公布' },
            { value: false, label: '退回修改' },
          ]}
        />
      </Field>
      <Field name="answer" label="意见" required={!publish}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Field>
    </SaveDialog>
  )
}

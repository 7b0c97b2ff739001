/** CMP-09: a longer period asked for before due, appraisal and mediation that stop the legal clock. */
import {
  askComplaintExtension,
  decideComplaintExtension,
  endSpan,
  startSpan,
  type SolutionView,
} from '@anpei/contract/complaints'
import { SPAN_KINDS } from '@anpei/domain/complaints'
import { Button, Form, Input, Radio, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { instantText } from '../../kernel/index.ts'
import { choicesOf, DayInput, Empty, Field, Panel, ReasonDialog, SaveDialog, Tag, type Tone } from '../../kit/index.ts'
import { LetterButtons } from './Decisions.tsx'
import type { SolveProps } from './solve-props.ts'

type Span = SolutionView['spans'][number]
type Extension = SolutionView['extensions'][number]
const TONES: Readonly<Record<Extension['state'], Tone>> = { granted: 'green', waiting: 'amber', refused: 'grey' }

/** Nothing to show and nothing to do: no panel. */
export function Periods({ complaintId, solution }: SolveProps): ReactElement | null {
  const [dialog, setDialog] = useState<'extend' | 'pause' | null>(null)
  const close = (): void => {
    setDialog(null)
  }
  const { extensions, spans, can } = solution
  const mayAct = can.includes('extend') || can.includes('pause')
  if (!mayAct && extensions.length === 0 && spans.length === 0) return null
  const acts = (
    <>
      {can.includes('extend') ? (
        <Button
          onClick={() => {
            setDialog('extend')
          }}
        >
          申请延期
        </Button>
      ) : null}
      {can.includes('pause') ? (
        <Button
          onClick={() => {
            setDialog('pause')
          }}
        >
          鉴定或调解
        </Button>
      ) : null}
    </>
  )
  return (
    <Panel title="延期、鉴定与调解" acts={acts}>
      {extensions.length + spans.length === 0 ? <Empty>还没有延期、鉴定或调解。</Empty> : null}
      {extensions.map((one) => (
        <ExtensionRow key={one.id} complaintId={complaintId} of={one} />
      ))}
      {spans.map((one) => (
        <SpanRow key={one.id} of={one} mayEnd={can.includes('endPause')} />
      ))}
      {dialog === 'extend' ? <Extend complaintId={complaintId} onClose={close} /> : null}
      {dialog === 'pause' ? <Pause complaintId={complaintId} onClose={close} /> : null}
    </Panel>
  )
}

function ExtensionRow({ complaintId, of }: { complaintId: string; of: Extension }): ReactElement {
  const [open, setOpen] = useState(false)
  return (
    <article>
      <p>
        <Tag tone={TONES[of.state]}>{of.stateWord}</Tag>
        {of.askedBy} 申请延期 30 日，原期限 <span className="ap-num">{of.dueOn}</span>：{of.reason}
        {of.answer ? `　批复：${of.answer}` : ''}
        {of.decidedBy ? `　${of.decidedBy}` : ''}
      </p>
      {of.letterId ? <LetterButtons complaintId={complaintId} letterId={of.letterId} title="投诉延期告知书" /> : null}
      {of.can.includes('decide') ? (
        <Button
          type="primary"
          onClick={() => {
            setOpen(true)
          }}
        >
          审批延期
        </Button>
      ) : null}
      {open ? (
        <DecideExtension
          id={of.id}
          onClose={() => {
            setOpen(false)
          }}
        />
      ) : null}
    </article>
  )
}

type DecideForm = { grant: boolean; answer: string; told: string }

function DecideExtension({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<DecideForm>()
  const command = useCommand(decideComplaintExtension)
  const save = async (body: DecideForm): Promise<void> => {
    if (await command.run({ params: { extensionId: id }, body })) onClose()
  }
  return (
    <SaveDialog<DecideForm>
      title="审批延期"
      open
      okText="确定"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ grant: true, answer: '', told: '' }}
      note="只能延期一次，批准时须同时告知投诉人；系统出具延期告知书。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="grant" label="意见" required>
        <Radio.Group
          options={[
            { value: true, label: '批准 30 日' },
            { value: false, label: '不批准' },
          ]}
        />
      </Field>
      <Field name="told" label="怎样告知投诉人（批准时必填）">
        <Input maxLength={200} />
      </Field>
      <Field name="answer" label="批复（不批准时必填）">
        <Input maxLength={500} />
      </Field>
    </SaveDialog>
  )
}

function Extend({ complaintId, onClose }: { complaintId: string; onClose: () => void }): ReactElement {
  const command = useCommand(askComplaintExtension)
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ params: { complaintId }, body: { reason } })) onClose()
  }
  return (
    <ReasonDialog
      title="申请延期 30 日"
      label="原因（会写进延期告知书）"
      okText="提交"
      max={500}
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}

function SpanRow({ of, mayEnd }: { of: Span; mayEnd: boolean }): ReactElement {
  const [open, setOpen] = useState(false)
  const command = useCommand(endSpan)
  const close = (): void => {
    setOpen(false)
  }
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ params: { spanId: of.id }, body: { result: reason } })) close()
  }
  return (
    <article>
      <p>
        <Tag tone={of.toAt === null ? 'amber' : 'grey'}>{of.kindWord}</Tag> {of.who}：{of.why}
        {'　'}
        {instantText(of.fromAt)}起{of.toAt === null ? '，法定期限暂停' : `，${instantText(of.toAt)} 结束`}
        {of.result ? `　${of.result}` : ''}
      </p>
      {of.toAt === null && mayEnd ? (
        <Button
          onClick={() => {
            setOpen(true)
          }}
        >
          结束
        </Button>
      ) : null}
      {open ? (
        <ReasonDialog
          title={`结束${of.kindWord}`}
          label="结果"
          okText="结束"
          max={1000}
          busy={command.busy}
          fault={command.fault}
          onClose={close}
          onSave={(reason) => {
            void save(reason)
          }}
        />
      ) : null}
    </article>
  )
}

type PauseForm = { kind: keyof typeof SPAN_KINDS; who: string; why: string; agreedOn: string; toldHow: string }

function Pause({ complaintId, onClose }: { complaintId: string; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<PauseForm>()
  const command = useCommand(startSpan)
  const save = async (body: PauseForm): Promise<void> => {
    if (await command.run({ params: { complaintId }, body })) onClose()
  }
  return (
    <SaveDialog<PauseForm>
      title="外部鉴定或调解"
      open
      okText="开始"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ kind: 'appraisal', who: '', why: '', agreedOn: '', toldHow: '' }}
      note="鉴定须已告知投诉人，调解须双方同意；期间法定期限不计。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="kind" label="种类" required>
        <Select options={choicesOf(SPAN_KINDS)} />
      </Field>
      <Field name="who" label="由谁鉴定或调解" required>
        <Input maxLength={100} />
      </Field>
      <Field name="why" label="为什么" required>
        <Input maxLength={500} />
      </Field>
      <Field name="agreedOn" label="告知或同意的日期" required>
        <DayInput />
      </Field>
      <Field name="toldHow" label="怎样告知或同意" required>
        <Input maxLength={200} />
      </Field>
    </SaveDialog>
  )
}

/** CMP-07: proposals, judged by another person, the customer's replies, and what was promised. */
import { judgeProposal, recordReply, type ComplaintView, type SolutionView } from '@anpei/contract/complaints'
import { Button, Form, Input, Radio } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { instantText } from '../../kernel/index.ts'
import { Empty, Facts, Field, Panel, SaveDialog, Tag, type Tone } from '../../kit/index.ts'
import { Acts } from './Acts.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'
import type { SolveProps } from './solve-props.ts'

type Proposal = SolutionView['proposals'][number]
type Props = SolveProps & {
  readonly claim: { readonly id: string; readonly no: string } | null
  readonly entries: ComplaintView['entries']
}

const TONES: Readonly<Record<Proposal['state'], Tone>> = {
  waiting: 'amber',
  returned: 'red',
  approved: 'blue',
  accepted: 'green',
  rejected: 'grey',
}

export function Proposals({ complaintId, solution, claim, entries }: Props): ReactElement {
  const [open, setOpen] = useState(false)
  const act = solution.can.includes('propose') ? (
    <Button
      type="primary"
      onClick={() => {
        setOpen(true)
      }}
    >
      拟订处理方案
    </Button>
  ) : null
  return (
    <Panel title="处理方案" acts={act}>
      {solution.proposals.length === 0 ? <Empty>还没有处理方案。</Empty> : null}
      <div className="ap-stack">
        {solution.proposals.map((one) => (
          <ProposalCard key={one.id} of={one} />
        ))}
      </div>
      {open ? (
        <ProposeDialog
          complaintId={complaintId}
          solution={solution}
          claim={claim}
          entries={entries}
          onClose={() => {
            setOpen(false)
          }}
        />
      ) : null}
    </Panel>
  )
}

function ProposalCard({ of }: { of: Proposal }): ReactElement {
  const [dialog, setDialog] = useState<'judge' | 'reply' | null>(null)
  const close = (): void => {
    setDialog(null)
  }
  return (
    <article className="ap-proposal">
      <p>
        <b>第 {of.no} 稿</b> <Tag tone={TONES[of.state]}>{of.stateWord}</Tag> <Tag>{of.outcomeWord}</Tag>
        <span className="ap-muted ap-small">
          {of.draftedBy} {instantText(of.draftedAt)} 拟订{of.judgedBy ? `；${of.judgedBy} 审批` : ''}
        </span>
      </p>
      <Facts
        facts={[
          { label: '查明的事实', value: of.findings },
          { label: '依据', value: of.basis },
          { label: '理由', value: of.reasons },
          { label: '处理意见', value: of.solution },
          ...(of.judgement ? [{ label: '审批意见', value: of.judgement }] : []),
          ...(of.reply ? [{ label: '客户答复', value: of.reply }] : []),
        ]}
      />
      {of.acts.length > 0 ? <Acts acts={of.acts} /> : null}
      <div className="ap-acts">
        {of.can.includes('judge') ? (
          <Button
            type="primary"
            onClick={() => {
              setDialog('judge')
            }}
          >
            审批
          </Button>
        ) : null}
        {of.can.includes('reply') ? (
          <Button
            type="primary"
            onClick={() => {
              setDialog('reply')
            }}
          >
            登记客户答复
          </Button>
        ) : null}
      </div>
      {dialog === 'judge' ? <Judge id={of.id} onClose={close} /> : null}
      {dialog === 'reply' ? <Reply id={of.id} onClose={close} /> : null}
    </article>
  )
}

type DialogProps = { id: string; onClose: () => void }
type JudgeForm = { approve: boolean; judgement: string }

function Judge({ id, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<JudgeForm>()
  const command = useCommand(judgeProposal)
  const save = async (body: JudgeForm): Promise<void> => {
    if (await command.run({ params: { proposalId: id }, body })) onClose()
  }
  return (
    <SaveDialog<JudgeForm>
      title="审批处理方案"
      open
      okText="确定"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ approve: true, judgement: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="approve" label="意见" required>
        <Radio.Group
          options={[
            { value: true, label: '批准' },
            { value: false, label: '退回修改' },
          ]}
        />
      </Field>
      <Field name="judgement" label="说明（退回时必填）">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Field>
    </SaveDialog>
  )
}

type ReplyForm = { accepts: boolean; reply: string }

function Reply({ id, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<ReplyForm>()
  const command = useCommand(recordReply)
  const save = async (body: ReplyForm): Promise<void> => {
    if (await command.run({ params: { proposalId: id }, body })) onClose()
  }
  return (
    <SaveDialog<ReplyForm>
      title="登记客户答复"
      open
      okText="保存"
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ accepts: true, reply: '' }}
      note="客户不接受时，可以再拟方案，也可以按批准的方案作出决定。"
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="accepts" label="客户是否接受" required>
        <Radio.Group
          options={[
            { value: true, label: '接受' },
            { value: false, label: '不接受' },
          ]}
        />
      </Field>
      <Field name="reply" label="客户怎么说" required>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Field>
    </SaveDialog>
  )
}

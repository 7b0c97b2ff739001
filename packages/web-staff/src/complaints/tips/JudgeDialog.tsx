/** A second person confirms, sends back, closes; and what was reported may turn out to be a complaint (CMP-12). */
import { judgeTip, turnTip, type TipView } from '@anpei/contract/complaints'
import { TIP_JUDGEMENTS, type TipJudgement } from '@anpei/domain/complaints'
import { Form, Input } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { useCommand } from '../../client/index.ts'
import { Field, ReasonDialog, SaveDialog } from '../../kit/index.ts'
import { useMay } from '../../identity/index.ts'

type Props = { view: TipView; onClose: () => void }
const NOTES = {
  confirm: '同意结论；结论从此成立，举报人可以看到告知的话。',
  return: '退回承办人，期限照走。',
  close: '办结后密封归档。',
  reopen: '因新的事实重新调查，期限重新起算。',
} as const

export function JudgeDialog({ view, judgement, onClose }: Props & { judgement: TipJudgement }): ReactElement {
  const [form] = Form.useForm<{ reason: string }>()
  const command = useCommand(judgeTip)
  const says = judgement === 'return' || judgement === 'reopen'
  return (
    <SaveDialog<{ reason: string }>
      title={TIP_JUDGEMENTS[judgement]}
      open
      okText={TIP_JUDGEMENTS[judgement]}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ reason: '' }}
      note={NOTES[judgement]}
      onClose={onClose}
      onSave={({ reason }) => {
        const sent = { params: { tipId: view.id }, body: { judgement, reason } }
        void command.run(sent).then((done) => done && onClose())
      }}
    >
      <Field name="reason" label={says ? '原因' : '意见（可不填）'} required={says}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
      </Field>
    </SaveDialog>
  )
}

export function TurnDialog({ view, onClose }: Props): ReactElement {
  const command = useCommand(turnTip)
  const navigate = useNavigate()
  const may = useMay()
  return (
    <ReasonDialog
      title="转为投诉"
      label="为什么是投诉"
      okText="转为投诉"
      note="从收到举报之日起按投诉办理；匿名的仍然匿名，材料一并转去。"
      busy={command.busy}
      fault={command.fault}
      max={500}
      onClose={onClose}
      onSave={(reason) => {
        void command.run({ params: { tipId: view.id }, body: { reason } }).then((made) => {
          if (!made) return
          onClose()
          if (may('complaint.read')) void navigate(`/complaints/${made.id}`)
        })
      }}
    />
  )
}

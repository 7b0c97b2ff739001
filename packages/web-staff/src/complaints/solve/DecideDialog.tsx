/** CMP-08: a decision cannot be taken back: whoever makes it sees first what its notice will say, and to whom. */
import { decideComplaint, type SolutionView } from '@anpei/contract/complaints'
import { Form } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { yuan } from '../../kernel/index.ts'
import { SaveDialog } from '../../kit/index.ts'

type Proposal = SolutionView['proposals'][number]
type Props = {
  readonly complaintId: string
  readonly proposal: Proposal
  readonly to: string
  readonly onClose: () => void
}

export function DecideDialog({ complaintId, proposal, to, onClose }: Props): ReactElement {
  const [form] = Form.useForm<object>()
  const command = useCommand(decideComplaint)
  const save = async (): Promise<void> => {
    if (await command.run({ params: { complaintId } })) onClose()
  }
  const { outcomeWord, findings, basis, reasons, solution, acts } = proposal
  return (
    <SaveDialog<object>
      title="作出处理决定"
      open
      okText="确认作出"
      width={680}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{}}
      note="作出后不能更改，处理决定告知书随即出具。下一步是告知客户。"
      onClose={onClose}
      onSave={() => {
        void save()
      }}
    >
      {[
        ['告知谁', to || '—'],
        ['处理结果', outcomeWord],
        ['查明的事实', findings],
        ['依据', basis],
        ['理由', reasons],
        ['处理意见', solution],
        ...acts.map((act) => [`${act.dueOn} 前做到`, promised(act)]),
      ].map(([label, value]) => (
        <p key={`${label}${value}`}>
          <span className="ap-muted ap-small">{label}</span>
          <br />
          {value}
        </p>
      ))}
    </SaveDialog>
  )
}

function promised({ what, sumFen }: Proposal['acts'][number]): string {
  return sumFen === null ? what : `${what}（${yuan(sumFen)}）`
}

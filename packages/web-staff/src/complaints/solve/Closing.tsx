/** CMP-10 投诉不销号: what the case still owes, the callback, closing by another person, and working on it again. */
import { closeComplaint, reopenComplaint } from '@anpei/contract/complaints'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../../client/index.ts'
import { FaultNote, Panel, ReasonDialog } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import type { SolveProps } from './solve-props.ts'

const CALLBACK = { owed: '待回访', reached: '已回访', exhausted: '多次联系未能回访' } as const

export function Closing({ complaintId, solution }: SolveProps): ReactElement | null {
  const [reopening, setReopening] = useState(false)
  const close = useCommand(closeComplaint)
  const reopen = useCommand(reopenComplaint)
  const { callback, debts, can } = solution
  if (solution.decisions.length === 0) return null
  const again = async (reason: string): Promise<void> => {
    if (await reopen.run({ params: { complaintId }, body: { reason } })) setReopening(false)
  }
  const acts = (
    <>
      {can.includes('reopen') ? <Button onClick={() => setReopening(true)}>客户不满意，重新办理</Button> : null}
      {can.includes('close') ? (
        <Button
          type="primary"
          loading={close.busy}
          onClick={() => {
            void close.run({ params: { complaintId } })
          }}
        >
          办结
        </Button>
      ) : null}
    </>
  )
  return (
    <Panel title="回访与办结" acts={acts}>
      <FaultNote fault={close.fault} />
      <p>
        回访：{callback === null ? '还没有安排' : CALLBACK[callback.state]}
        {callback?.satisfied ? `，${callback.satisfied}` : ''}
        {callback && callback.distinctDays > 0 ? `，${callback.distinctDays} 天联系过` : ''}
      </p>
      {solution.said.map((one, at) => (
        <Said key={one.id} one={one} open={at === 0} />
      ))}
      {debts.length > 0 ? (
        <div className="ap-debts">
          <b>还不能办结：</b>
          <ul>
            {debts.map((debt) => (
              <li key={debt.code}>{debt.text}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {reopening ? (
        <ReasonDialog
          title="重新办理"
          label="客户为什么不满意"
          okText="重新办理"
          max={1000}
          busy={reopen.busy}
          fault={reopen.fault}
          onClose={() => {
            setReopening(false)
          }}
          onSave={(reason) => {
            void again(reason)
          }}
        />
      ) : null}
    </Panel>
  )
}

type SaidProps = { readonly one: SolveProps['solution']['said'][number]; readonly open: boolean }

/** What the customer said when asked after. */
function Said({ one, open }: SaidProps): ReactElement {
  return (
    <details open={open}>
      <summary>
        {instantText(one.at)} 回访 <Link to={`/callbacks/${one.id}`}>{one.callbackNo}</Link>：{one.satisfied}
      </summary>
      <dl className="cm-said">
        {one.answers.map(({ question, answer }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd className="cm-words">{answer}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** CMP-07: what was promised, until it really happened. */
import { dropAct, fulfilAct, type ComplaintAct } from '@anpei/contract/complaints'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { yuan } from '../../kernel/index.ts'
import { ReasonDialog, Tag, type Tone } from '../../kit/index.ts'
import { ProofDialog } from '../ProofDialog.tsx'

const TONES: Readonly<Record<ComplaintAct['state'], Tone>> = {
  planned: 'grey',
  promised: 'amber',
  done: 'green',
  dropped: 'grey',
}

export function Acts({ acts }: { acts: readonly ComplaintAct[] }): ReactElement {
  return (
    <ul className="ap-promises">
      {acts.map((act) => (
        <Act key={act.id} act={act} />
      ))}
    </ul>
  )
}

function Act({ act }: { act: ComplaintAct }): ReactElement {
  const [dialog, setDialog] = useState<'fulfil' | 'drop' | null>(null)
  const close = (): void => {
    setDialog(null)
  }
  return (
    <li>
      <span>
        <Tag>{act.kindWord}</Tag> {act.what}
        {act.sumFen === null ? '' : `　${yuan(act.sumFen)}`}
        {act.claimNo ? `　赔案 ${act.claimNo}` : ''}
        <small className="ap-muted">
          {act.dueOn} 前　{act.owner ?? ''}
          {act.proof ? `　${act.proof}` : ''}
        </small>
      </span>
      <Tag tone={act.overdue ? 'red' : TONES[act.state]}>{act.overdue ? '已过期' : act.stateWord}</Tag>
      <span className="ap-acts">
        {act.can.includes('fulfil') ? (
          <Button
            size="small"
            onClick={() => {
              setDialog('fulfil')
            }}
          >
            已做到
          </Button>
        ) : null}
        {act.can.includes('drop') ? (
          <Button
            size="small"
            danger
            onClick={() => {
              setDialog('drop')
            }}
          >
            不再需要
          </Button>
        ) : null}
      </span>
      {dialog === 'fulfil' ? <Fulfil actId={act.id} onClose={close} /> : null}
      {dialog === 'drop' ? <Drop actId={act.id} onClose={close} /> : null}
    </li>
  )
}

type DialogProps = { actId: string; onClose: () => void }

function Fulfil({ actId, onClose }: DialogProps): ReactElement {
  const command = useCommand(fulfilAct)
  return (
    <ProofDialog
      title="承诺的事已做到"
      label="凭证"
      help="例如签收人、流水号、函件编号"
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(proof, files) => {
        void command.run({ params: { actId }, body: { proof } }, files).then((done) => done && onClose())
      }}
    />
  )
}

function Drop({ actId, onClose }: DialogProps): ReactElement {
  const command = useCommand(dropAct)
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ params: { actId }, body: { reason } })) onClose()
  }
  return (
    <ReasonDialog
      title="承诺的事不再需要"
      label="为什么"
      okText="确定"
      danger
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}

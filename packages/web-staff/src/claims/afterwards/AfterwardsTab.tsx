/** 决定之后: money asked back, 理赔复议, suits and arbitrations of a claim (CLM-16). */
import { getAfterwards, type ClaimView, type ReconsiderationView } from '@anpei/contract/claims'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import { Answered, Empty, Facts, Panel } from '../../kit/index.ts'
import { instantText, yuan } from '../../kernel/index.ts'
import { may } from '../acts.ts'
import { DisputeDialog } from './DisputeDialog.tsx'
import { LitigationPanel } from './LitigationPanel.tsx'
import { RecoveryList } from './RecoveryList.tsx'
import { StateTag } from '../tags.tsx'

const T = {
  recoveries: '追回多付款项',
  disputes: '理赔复议',
  dispute: '登记理赔复议',
  none: '客户没有提出复议。',
  upheld: '维持原决定',
  changed: '改变原决定',
} as const

export function AfterwardsTab({ claim }: { claim: ClaimView }): ReactElement {
  const found = useCall(getAfterwards, { params: { claimId: claim.id } })
  const [disputing, setDisputing] = useState(false)
  return (
    <Answered of={found}>
      {(view) => (
        <div className="ap-stack">
          <Panel
            title={T.disputes}
            acts={
              may(view, 'disputeDecision') ? (
                <Button
                  onClick={() => {
                    setDisputing(true)
                  }}
                >
                  {T.dispute}
                </Button>
              ) : null
            }
          >
            {view.reconsiderations.length === 0 ? <Empty>{T.none}</Empty> : null}
            {view.reconsiderations.map((one) => (
              <Dispute key={one.id} dispute={one} />
            ))}
          </Panel>
          <LitigationPanel
            claimId={claim.id}
            litigations={view.litigations}
            canRecord={may(view, 'recordLitigation')}
          />
          <Panel title={T.recoveries}>
            <RecoveryList recoveries={view.recoveries} />
          </Panel>
          {disputing ? (
            <DisputeDialog
              claim={claim}
              onClose={() => {
                setDisputing(false)
              }}
            />
          ) : null}
        </div>
      )}
    </Answered>
  )
}

function Dispute({ dispute }: { dispute: ReconsiderationView }): ReactElement {
  const outcome = dispute.outcome === null ? '—' : dispute.outcome === 'upheld' ? T.upheld : T.changed
  return (
    <Facts
      facts={[
        { label: '状态', value: <StateTag state={dispute.state} word={dispute.stateWord} /> },
        { label: '提出日期', value: dispute.askedOn },
        { label: '客户的意见', value: dispute.said },
        { label: '原核定', value: yuan(dispute.beforeFen) },
        { label: '须回避', value: dispute.barred.join('、') || '—' },
        { label: '结果', value: outcome },
        {
          label: '答复书',
          value: dispute.letterNo === null ? '—' : `${dispute.letterNo} ${instantText(dispute.answeredAt)}`,
        },
      ]}
    />
  )
}

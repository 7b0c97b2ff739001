/** Why the case is classed as it is and how many must approve: injury, evidence, history, risk points (CLM-07). */
import type { ClaimView, Routed } from '@anpei/contract/claims'
import { CLAIM_CLASSES } from '@anpei/domain/claims'
import type { ReactElement } from 'react'
import { Facts, Panel } from '../../kit/index.ts'

const T = {
  title: '案件分类与风险',
  note: '风险分只决定由谁审批，不是拒赔理由，也不停时限。',
  none: '没有需要留意的情形',
} as const

export function Routing({ claim }: { claim: ClaimView }): ReactElement | null {
  const routing = claim.assessment?.routing
  if (!routing) return null
  const evidence = [
    routing.missingPapers === 0 ? '资料齐全' : `缺 ${routing.missingPapers} 份资料`,
    routing.evidenceComplete ? '认定依据齐全' : '认定依据不全',
  ]
  const injury = [routing.injuryCode, routing.injuryGrade === null ? '' : `伤残 ${routing.injuryGrade} 级`]
  return (
    <Panel title={T.title}>
      <Facts
        facts={[
          { label: '类别', value: `${CLAIM_CLASSES[routing.class]}，提交后至少 ${routing.approvalSteps} 人审批` },
          { label: '伤情', value: injury.filter((text) => text !== '').join('，') || '未评级' },
          { label: '证据', value: evidence.join('，') },
          { label: '既往赔案', value: historyText(routing) },
          { label: '风险分', value: `${routing.riskScore} 分` },
        ]}
      />
      <ul className="ap-plain-list ap-small">
        {routing.riskReasons.length === 0 ? <li>{T.none}</li> : null}
        {routing.riskReasons.map((reason) => (
          <li key={reason.title}>
            {reason.title}：{reason.points} 分
          </li>
        ))}
      </ul>
      <p className="ap-muted ap-small">{T.note}</p>
    </Panel>
  )
}

/** A case that is still open makes this one complex: said, or nobody sees why. */
function historyText({ historyCount, openCount }: Routed): string {
  return openCount === 0 ? `${historyCount} 件` : `${historyCount} 件，其中未结 ${openCount} 件`
}

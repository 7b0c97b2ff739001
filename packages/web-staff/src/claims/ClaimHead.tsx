/** Who, where the claim stands, who owns it, when it is due, and what can be done with the case as a whole. */
import type { ClaimView } from '@anpei/contract/claims'
import { claimLifecycle, type ClaimState } from '@anpei/domain/claims'
import { CARE_MARKS } from '@anpei/domain/customers'
import { finishWords } from '@anpei/domain/notifications'
import type { ReactElement } from 'react'
import { Icon, PageHead, Tag } from '../kit/index.ts'
import { yuan } from '../kernel/index.ts'
import { ClaimActs } from './ClaimActs.tsx'
import { ClassTag, DueTag, kindsText, StateTag, wordIn } from './tags.tsx'

const WAY: readonly ClaimState[] = ['collecting', 'reviewing', 'assessing', 'approving', 'settling', 'closed']

export function ClaimHead({ claim }: { claim: ClaimView }): ReactElement {
  const title = (
    <span className="ap-row">
      {claim.personName}
      <span className="ap-muted ap-age">{claim.age} 岁</span>
      <StateTag state={claim.state} word={claim.stateWord} />
      <ClassTag of={claim.class} />
      {claim.anxious ? (
        <Tag tone="red" icon="heart">
          客户着急
        </Tag>
      ) : null}
      {claim.careMarks.map((mark) => (
        <Tag key={mark} tone="amber">
          {wordIn(CARE_MARKS, mark)}
        </Tag>
      ))}
    </span>
  )
  const place = claim.villageName === null ? '' : ` · ${claim.villageName}`
  return (
    <section className="ap-claim-head">
      <PageHead
        title={title}
        tab={`赔案 ${claim.claimNo}`}
        note={`${claim.claimNo} · ${kindsText(claim.kinds)} · ${claim.accidentOn} 出险${place}`}
      >
        <ClaimActs claim={claim} />
      </PageHead>
      <div className="ap-claim-bar">
        <Steps claim={claim} />
        <dl>
          <div>
            <dt>负责人</dt>
            <dd>{claim.owner?.name ?? <span className="ap-warn">无人</span>}</dd>
          </div>
          <div>
            <dt>到期</dt>
            <dd>
              <DueTag of={claim} />
            </dd>
          </div>
          {claim.finish ? <Finish finish={claim.finish} /> : null}
          <div>
            <dt>应付 / 已付</dt>
            <dd className="ap-num">
              <b>{yuan(claim.payableFen)}</b> / {yuan(claim.paidFen)}
            </dd>
          </div>
        </dl>
      </div>
    </section>
  )
}

function Finish({ finish }: { finish: NonNullable<ClaimView['finish']> }): ReactElement {
  const { likely, span } = finishWords(finish)
  return (
    <div>
      <dt>预计办结</dt>
      <dd>
        {likely} <small className="ap-muted">{span}</small>
      </dd>
    </div>
  )
}

function Steps({ claim }: { claim: ClaimView }): ReactElement {
  const at = WAY.indexOf(claim.state)
  return (
    <ol className="ap-steps" aria-label="进度">
      {WAY.map((state, index) => {
        const look = claim.state === 'closed' || index < at ? 'done' : index === at ? 'now' : 'later'
        return (
          <li key={state} data-look={look} aria-current={look === 'now' ? 'step' : undefined}>
            <span>{look === 'done' ? <Icon name="check" size={13} /> : index + 1}</span>
            {claimLifecycle.states[state].zh}
          </li>
        )
      })}
    </ol>
  )
}

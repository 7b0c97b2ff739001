/** A claim from first paper to last payment; the tab stands in the address. */
import { getClaim, type ClaimView } from '@anpei/contract/claims'
import type { ReactElement, ReactNode } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useCall } from '../client/index.ts'
import { Answered, Tabs } from '../kit/index.ts'
import { AfterwardsTab } from './afterwards/AfterwardsTab.tsx'
import { AssessmentTab } from './assessment/AssessmentTab.tsx'
import { ClaimHead } from './ClaimHead.tsx'
import { ClaimSide } from './ClaimSide.tsx'
import { DecisionTab } from './decision/DecisionTab.tsx'
import { LettersTab } from './telling/LettersTab.tsx'
import { PapersTab } from './papers/PapersTab.tsx'
import { PaymentsTab } from './payments/PaymentsTab.tsx'
import { TasksTab } from './TasksTab.tsx'
import { TimelineTab } from './TimelineTab.tsx'
import './claims.css'
import './claim-page.css'

type TabDef = {
  key: string
  label: string
  count?: (claim: ClaimView) => number
  show: (claim: ClaimView) => ReactNode
}

const tabs: readonly TabDef[] = [
  {
    key: 'papers',
    label: '资料',
    count: (claim) => openDocuments(claim),
    show: (claim) => <PapersTab claim={claim} />,
  },
  { key: 'assessment', label: '责任认定与计算', show: (claim) => <AssessmentTab key={claim.id} claim={claim} /> },
  { key: 'decision', label: '决定与审批', show: (claim) => <DecisionTab claim={claim} /> },
  {
    key: 'letters',
    label: '函件',
    count: (claim) => claim.letters.length,
    show: (claim) => <LettersTab claim={claim} />,
  },
  {
    key: 'payments',
    label: '支付',
    count: (claim) => claim.payments.length,
    show: (claim) => <PaymentsTab claim={claim} />,
  },
  {
    key: 'tasks',
    label: '任务',
    count: (claim) => claim.tasks.filter((task) => task.state === 'open').length,
    show: (claim) => <TasksTab claim={claim} />,
  },
  { key: 'afterwards', label: '决定之后', show: (claim) => <AfterwardsTab claim={claim} /> },
  { key: 'timeline', label: '时间线', show: (claim) => <TimelineTab claimId={claim.id} /> },
]

/** Where work stands, that tab is shown first. */
const firstTab: Readonly<Record<ClaimView['state'], string>> = {
  collecting: 'papers',
  reviewing: 'papers',
  assessing: 'assessment',
  approving: 'decision',
  settling: 'payments',
  closed: 'timeline',
  withdrawn: 'timeline',
}

/** After a denial there is nothing to pay: the letter is what is left to do. */
function firstTabOf(claim: ClaimView): string {
  return claim.state === 'settling' && claim.payments.length === 0 ? 'letters' : firstTab[claim.state]
}

/** `beside`: what other rows know of the claim, under its own panels. */
type Props = { readonly beside?: (claim: ClaimView) => ReactNode }

export default function ClaimPage({ beside }: Props): ReactElement {
  const { claimId = '' } = useParams()
  const claim = useCall(getClaim, { params: { claimId } })
  return (
    <Answered key={claimId} of={claim}>
      {(view) => <ClaimShown claim={view} beside={beside?.(view)} />}
    </Answered>
  )
}

function ClaimShown({ claim, beside }: { claim: ClaimView; beside: ReactNode }): ReactElement {
  const [search, setSearch] = useSearchParams()
  const asked = search.get('tab')
  const active = tabs.some((tab) => tab.key === asked) && asked !== null ? asked : firstTabOf(claim)
  const items = tabs.map(({ key, label, count, show }) => {
    const number = count?.(claim) ?? 0
    return {
      key,
      label:
        number > 0 ? (
          <>
            {label} <span className="ap-tab-count">{number}</span>
          </>
        ) : (
          label
        ),
      children: show(claim),
    }
  })
  return (
    <div className="ap-stack">
      <ClaimHead claim={claim} />
      <div className={active === 'assessment' ? 'ap-two ap-one' : 'ap-two'}>
        <div className="ap-claim-main">
          <Tabs
            keep
            label="赔案内容"
            items={items}
            activeKey={active}
            onChange={(tab) => {
              setSearch({ tab }, { replace: true })
            }}
          />
        </div>
        <ClaimSide claim={claim} beside={beside} />
      </div>
    </div>
  )
}

function openDocuments(claim: ClaimView): number {
  return claim.documents.filter((item) => item.required && item.state !== 'accepted' && item.state !== 'waived').length
}

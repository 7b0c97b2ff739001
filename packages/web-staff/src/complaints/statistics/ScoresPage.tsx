/** CMP-14: scores of institutions, and of the people one leads. */
import { getComplaintScores, type ComplaintScores } from '@anpei/contract/complaints'
import { FIGURES } from '@anpei/domain/complaints'
import type { ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  LinkButton,
  PageHead,
  Panel,
  useSearchState,
  type Column,
} from '../../kit/index.ts'
import { MonthRange, monthsOf } from './months.tsx'
import './statistics.css'

type Scored = ComplaintScores['units'][number]

const COUNTS = ['received', 'overdue', 'reopened', 'upheld', 'unsatisfied'] as const

function columnsOf(who: string): readonly Column<Scored>[] {
  return [
    { key: 'name', title: who, render: (row) => row.name },
    {
      key: 'score',
      title: '得分',
      align: 'right',
      render: (row) => <strong className="ap-num">{row.score === null ? '—' : row.score.toFixed(1)}</strong>,
    },
    ...COUNTS.map(
      (name): Column<Scored> => ({ key: name, title: FIGURES[name], align: 'right', render: (row) => row[name] }),
    ),
    { key: 'regulator', title: '其中监管转办', align: 'right', render: (row) => row.regulator },
  ]
}

export default function ScoresPage(): ReactElement {
  const search = useSearchState()
  const found = useCall(getComplaintScores, { query: monthsOf(search) })
  return (
    <div className="ap-stack">
      <PageHead
        title="投诉考评"
        note="从 100 分起，按各类件占收到件数的比例扣分。只看比例不看件数：如实登记不会因此失分。"
      >
        <LinkButton to="/complaint-board">投诉分析</LinkButton>
      </PageHead>
      <Panel flush>
        <div className="ap-filters">
          <MonthRange search={search} />
        </div>
      </Panel>
      <Answered of={found}>
        {({ units, people, unitWeights, personWeights }) => (
          <>
            <Panel title="机构" flush>
              <DataTable<Scored>
                label="机构得分"
                columns={columnsOf('机构')}
                rows={units}
                empty={<Empty>这段时间没有投诉。</Empty>}
              />
              <Weights weights={unitWeights} />
            </Panel>
            <Panel title="我带的人" flush>
              <DataTable<Scored>
                label="人员得分"
                columns={columnsOf('投诉责任人')}
                rows={people}
                empty={<Empty>您的下属这段时间没有负责投诉。人员得分只给上级看。</Empty>}
              />
              <Weights weights={personWeights} />
            </Panel>
          </>
        )}
      </Answered>
    </div>
  )
}

function Weights({ weights }: { weights: ComplaintScores['unitWeights'] }): ReactElement {
  const words = weights.map(({ name, points }) => `${name} ${points} 分`).join('，')
  return <p className="ap-muted cs-note">全部如此时扣：{words}。</p>
}

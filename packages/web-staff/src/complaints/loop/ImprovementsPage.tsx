/** 整改: those under way, mine, overdue, all; the newest first (CMP-13). */
import { listImprovements, type ImprovementItem } from '@anpei/contract/complaints'
import { improvementLifecycle, LOOP_STEPS, ROOT_CAUSES } from '@anpei/domain/complaints'
import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../../client/index.ts'
import {
  keyIn,
  LeftTag,
  LinkButton,
  PagedTable,
  PageHead,
  Panel,
  Pick,
  stateChoices,
  useSearchState,
  type Column,
  type SearchState,
} from '../../kit/index.ts'
import { ROOT_CHOICES, STEP_CHOICES } from './CauseDialog.tsx'
import { ImprovementTag } from './marks.tsx'
import './loop.css'

const SIZE = 20
const WHOSE = { open: '在办', mine: '我负责的', overdue: '已超期', all: '全部' } as const
const NONE = {
  open: '没有在办的整改。在投诉页的“原因与整改”里提出。',
  mine: '您没有负责的整改。',
  overdue: '没有超期的整改。',
  all: '还没有整改。',
} as const

const columns: readonly Column<ImprovementItem>[] = [
  {
    key: 'no',
    title: '编号',
    render: (row) => (
      <Link to={`/improvements/${row.id}`} className="ap-num ap-strong">
        {row.improvementNo}
      </Link>
    ),
  },
  { key: 'title', title: '整改', render: (row) => row.title },
  { key: 'step', title: '环节', render: (row) => row.place.stepWord },
  { key: 'cause', title: '根因', render: (row) => row.place.causeWord },
  { key: 'office', title: '机构', render: (row) => row.place.institution?.name ?? '各机构', wideOnly: true },
  { key: 'owner', title: '负责人', render: (row) => row.ownerName },
  {
    key: 'due',
    title: '完成期限',
    render: (row) => (
      <span className="ap-row">
        <span className="ap-num">{row.dueOn}</span>
        {row.timeLeft ? <LeftTag of={row} /> : null}
      </span>
    ),
  },
  { key: 'state', title: '状态', render: (row) => <ImprovementTag state={row.state} word={row.stateWord} /> },
  { key: 'effect', title: '效果', render: (row) => row.verdictWord ?? '—' },
]

export default function ImprovementsPage(): ReactElement {
  const search = useSearchState()
  const navigate = useNavigate()
  const { get, set, cursor } = search
  const whose = keyIn(WHOSE, get('whose')) ?? 'open'
  const state = keyIn(improvementLifecycle.states, get('state'))
  const step = keyIn(LOOP_STEPS, get('step'))
  const rootCause = keyIn(ROOT_CAUSES, get('cause'))
  const query = {
    limit: SIZE,
    whose,
    ...(state ? { state } : {}),
    ...(step ? { step } : {}),
    ...(rootCause ? { rootCause } : {}),
    ...(cursor ? { cursor } : {}),
  }
  const found = useCall(listImprovements, { query })
  return (
    <div className="ap-stack">
      <PageHead title="整改" note="从投诉的根因来：谁负责、何时完成、完成后投诉率有没有降下来。">
        <LinkButton to="/reviews">复盘会</LinkButton>
        <LinkButton to="/case-library">案例库</LinkButton>
      </PageHead>
      <Panel flush>
        <Filters whose={whose} set={set} state={state} step={step} rootCause={rootCause} />
        <PagedTable<ImprovementItem>
          label="整改列表"
          of={found}
          search={search}
          size={SIZE}
          columns={columns}
          empty={NONE[whose]}
          onOpen={(row) => void navigate(`/improvements/${row.id}`)}
          toneOf={(row) => (row.late ? 'late' : null)}
        />
      </Panel>
    </div>
  )
}

type FilterProps = {
  readonly whose: keyof typeof WHOSE
  readonly set: SearchState['set']
  readonly state: keyof typeof improvementLifecycle.states | undefined
  readonly step: string | undefined
  readonly rootCause: string | undefined
}

function Filters({ whose, set, state, step, rootCause }: FilterProps): ReactElement {
  return (
    <div className="ap-filters">
      <Segmented<keyof typeof WHOSE>
        aria-label="范围"
        value={whose}
        options={Object.entries(WHOSE).map(([value, label]) => ({ value: keyIn(WHOSE, value) ?? 'open', label }))}
        onChange={(value) => {
          set({ whose: value === 'open' ? undefined : value })
        }}
      />
      <Pick
        label="状态"
        value={state}
        choices={stateChoices(improvementLifecycle)}
        onChange={(value) => {
          set({ state: value })
        }}
      />
      <Pick
        label="环节"
        value={step}
        choices={STEP_CHOICES}
        onChange={(value) => {
          set({ step: value })
        }}
      />
      <Pick
        label="根因"
        value={rootCause}
        choices={ROOT_CHOICES}
        onChange={(value) => {
          set({ cause: value })
        }}
      />
    </div>
  )
}

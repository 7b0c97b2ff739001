/** 案例库: cases for training, without anybody in them (CMP-13). */
import { listLibraryCases } from '@anpei/contract/complaints'
import type { Answer } from '@anpei/contract/kernel'
import { LOOP_STEPS, ROOT_CAUSES } from '@anpei/domain/complaints'
import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import {
  keyIn,
  PagedTable,
  PageHead,
  Panel,
  Pick,
  SearchField,
  Tag,
  useSearchState,
  type Column,
  type SearchState,
} from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { ROOT_CHOICES, STEP_CHOICES } from './CauseDialog.tsx'
import '../complaints.css'
import './loop.css'

const SIZE = 20
type Row = Answer<typeof listLibraryCases>['items'][number]

const columns: readonly Column<Row>[] = [
  {
    key: 'no',
    title: '编号',
    render: (row) => (
      <Link to={`/case-library/${row.id}`} className="ap-num ap-strong">
        {row.caseNo}
      </Link>
    ),
  },
  { key: 'title', title: '标题', render: (row) => row.title },
  { key: 'step', title: '环节', render: (row) => row.stepWord },
  { key: 'cause', title: '根因', render: (row) => row.causeWord },
  {
    key: 'state',
    title: '状态',
    render: (row) => <Tag tone={row.state === 'published' ? 'green' : 'amber'}>{row.stateWord}</Tag>,
  },
  { key: 'at', title: '编写', render: (row) => instantText(row.writtenAt), wideOnly: true },
]

export default function LibraryPage(): ReactElement {
  const search = useSearchState()
  const navigate = useNavigate()
  const { get, cursor } = search
  const q = get('q')
  const step = keyIn(LOOP_STEPS, get('step'))
  const rootCause = keyIn(ROOT_CAUSES, get('cause'))
  const show = showOf(get)
  const query = {
    limit: SIZE,
    show,
    ...(q ? { q } : {}),
    ...(step ? { step } : {}),
    ...(rootCause ? { rootCause } : {}),
    ...(cursor ? { cursor } : {}),
  }
  const found = useCall(listLibraryCases, { query })
  return (
    <div className="ap-stack">
      <PageHead title="案例库" note="从投诉来、供培训用的案例，认不出任何人。" />
      <Panel flush>
        <Filters search={search} />
        <PagedTable<Row>
          label="案例"
          of={found}
          search={search}
          size={SIZE}
          columns={columns}
          empty={show === 'waiting' ? '没有待复核的案例。' : '没有找到案例。'}
          onOpen={(row) => void navigate(`/case-library/${row.id}`)}
        />
      </Panel>
    </div>
  )
}

function showOf(get: SearchState['get']): 'waiting' | 'published' {
  return get('show') === 'waiting' ? 'waiting' : 'published'
}

function Filters({ search }: { search: SearchState }): ReactElement {
  const { get, set } = search
  const may = useMay()
  return (
    <div className="ap-filters">
      {may('complaint.improve') ? (
        <Segmented<'published' | 'waiting'>
          aria-label="范围"
          value={showOf(get)}
          options={[
            { value: 'published', label: '已入库' },
            { value: 'waiting', label: '待复核' },
          ]}
          onChange={(value) => {
            set({ show: value === 'waiting' ? value : undefined })
          }}
        />
      ) : null}
      <SearchField search={search} name="q" label="标题或内容里的字" />
      <Pick
        label="环节"
        value={keyIn(LOOP_STEPS, get('step'))}
        choices={STEP_CHOICES}
        onChange={(value) => {
          set({ step: value })
        }}
      />
      <Pick
        label="根因"
        value={keyIn(ROOT_CAUSES, get('cause'))}
        choices={ROOT_CHOICES}
        onChange={(value) => {
          set({ cause: value })
        }}
      />
    </div>
  )
}

/** 客户: found by name, number, telephone, village, role, care mark; and the prospects (CUS-01, CUS-02, CUS-04). */
import { findPersons, type PersonRow } from '@anpei/contract/customers'
import { CARE_MARKS, PERSON_ROLES } from '@anpei/domain/customers'
import { Input, TreeSelect } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../client/index.ts'
import { CareMarks, ProspectsPanel } from '../customers/index.ts'
import { useMay } from '../identity/index.ts'
import {
  choicesOf,
  Empty,
  keyIn,
  PagedTable,
  PageHead,
  Panel,
  Pick,
  Tabs,
  useSearchState,
  type Column,
  type SearchState,
  clearable,
} from '../kit/index.ts'
import { useDivisions } from './divisions.ts'
import './programme.css'

const SIZE = 20

const columns: readonly Column<PersonRow>[] = [
  {
    key: 'name',
    title: '姓名',
    render: (row) => (
      <Link className="ap-name" to={`/customers/${row.id}`}>
        {row.name}
      </Link>
    ),
  },
  { key: 'sex', title: '性别 · 年龄', render: (row) => `${row.sex === 'male' ? '男' : '女'} · ${row.age}` },
  { key: 'id', title: '身份证号', render: (row) => <span className="ap-num">{row.idNumberMasked}</span> },
  { key: 'phone', title: '电话', render: (row) => <span className="ap-num">{row.phoneMasked || '—'}</span> },
  {
    key: 'village',
    title: '户籍',
    render: (row) => [row.townName, row.villageName].filter(Boolean).join(' · ') || '—',
  },
  { key: 'care', title: '关怀标记', render: (row) => <CareMarks marks={row.careMarks} /> },
]

export default function CustomersPage(): ReactElement {
  const may = useMay()
  const tabs = [
    { key: 'customers', label: '客户', show: true, children: <Customers /> },
    { key: 'prospects', label: '准客户', show: may('prospect.record'), children: <ProspectsPanel /> },
  ]
  return (
    <>
      <PageHead title="客户" note="按姓名、号码、村居、身份或关怀标记查找；点开看这位客户的全部情况。" />
      <Tabs label="客户与准客户" items={tabs.filter((one) => one.show).map(({ show: _, ...tab }) => tab)} />
    </>
  )
}

/** What is typed stays out of the address: it may be an ID number. */
function Customers(): ReactElement {
  const [q, setQ] = useState('')
  const search = useSearchState()
  const navigate = useNavigate()
  const filters = {
    villageCode: search.get('division') ?? null,
    role: keyIn(PERSON_ROLES, search.get('role')) ?? null,
    mark: keyIn(CARE_MARKS, search.get('mark')) ?? null,
  }
  const asked = q !== '' || filters.villageCode !== null || filters.mark !== null
  const found = useCall(
    findPersons,
    { body: { q, limit: SIZE, cursor: search.cursor, ...filters } },
    { enabled: asked },
  )
  return (
    <Panel flush>
      <Filters
        search={search}
        onQuestion={(text) => {
          search.set({})
          setQ(text)
        }}
      />
      {asked ? (
        <PagedTable<PersonRow>
          of={found}
          search={search}
          size={SIZE}
          label="客户"
          columns={columns}
          onOpen={(row) => {
            void navigate(`/customers/${row.id}`)
          }}
          empty="没有找到。请核对号码，或换用姓名里相邻的两个字。"
        />
      ) : (
        <Empty>输入身份证号、电话或姓名（至少两个相邻的字），或选村居、关怀标记。</Empty>
      )}
    </Panel>
  )
}

type FilterProps = { search: SearchState; onQuestion: (q: string) => void }

function Filters({ search, onQuestion }: FilterProps): ReactElement {
  const may = useMay()
  const divisions = useDivisions()
  return (
    <div className="ap-filters">
      <Input.Search
        allowClear
        enterButton="查找"
        placeholder="身份证号、电话或姓名"
        aria-label="身份证号、电话或姓名"
        maxLength={60}
        autoComplete="off"
        className="pg-search"
        onSearch={(text) => {
          onQuestion(text.trim())
        }}
      />
      <TreeSelect
        className="ap-pick pg-division"
        treeData={[...divisions]}
        showSearch
        allowClear={clearable}
        treeNodeFilterProp="title"
        placeholder="镇街、村居"
        aria-label="镇街、村居"
        value={search.get('division') ?? null}
        popupMatchSelectWidth={false}
        onChange={(division: string | null | undefined) => {
          search.set({ division: division ?? undefined })
        }}
      />
      <Pick
        label="身份"
        value={keyIn(PERSON_ROLES, search.get('role'))}
        choices={choicesOf(PERSON_ROLES)}
        onChange={(role) => {
          search.set({ role })
        }}
      />
      {may('care.read') ? (
        <Pick
          label="关怀标记"
          value={keyIn(CARE_MARKS, search.get('mark'))}
          choices={choicesOf(CARE_MARKS)}
          onChange={(mark) => {
            search.set({ mark })
          }}
        />
      ) : null}
    </div>
  )
}

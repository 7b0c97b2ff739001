/** The roster (PRG-04): by village, status and name; ID numbers are searched by a body, never in an address. */
import { headCounts, listRoster, type RosterRow } from '@anpei/contract/programme'
import { MEMBER_STATUSES } from '@anpei/domain/programme'
import { Button, Modal, TreeSelect } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../../client/index.ts'
import { FindPerson } from '../../customers/index.ts'
import { useMay } from '../../identity/index.ts'
import {
  Answered,
  choicesOf,
  DataTable,
  Empty,
  keyIn,
  PageHead,
  Pager,
  Panel,
  Pick,
  SearchField,
  Tag,
  useSearchState,
  type Column,
  type SearchState,
  type Tone,
  clearable,
} from '../../kit/index.ts'
import { useDivisions } from '../divisions.ts'
import { DoubledCovers } from '../cover/DoubledCovers.tsx'
import '../programme.css'

const SIZE = 20
const tones: Readonly<Record<RosterRow['status'], Tone>> = {
  resident: 'green',
  moved_away: 'grey',
  deceased: 'plain',
  lost: 'amber',
}

type Row = RosterRow & { readonly id: string }

const columns: readonly Column<Row>[] = [
  { key: 'name', title: '姓名', render: (row) => <Link to={`/persons/${row.personId}`}>{row.name}</Link> },
  { key: 'sex', title: '性别 · 年龄', render: (row) => `${row.sex === 'male' ? '男' : '女'} · ${row.age}` },
  { key: 'id', title: '身份证号', render: (row) => <span className="ap-num">{row.idNumberMasked}</span> },
  {
    key: 'village',
    title: '户籍',
    render: (row) => [row.townName, row.villageName].filter(Boolean).join(' · ') || '—',
  },
  { key: 'status', title: '户籍状态', render: (row) => <Tag tone={tones[row.status]}>{row.statusWord}</Tag> },
  { key: 'from', title: '状态起', render: (row) => row.statusFrom, wideOnly: true },
  {
    key: 'cover',
    title: '今日',
    render: (row) =>
      row.coveredToday ? (
        <Tag tone="teal" icon="shield">
          在保
        </Tag>
      ) : (
        <Tag tone="grey">不在保</Tag>
      ),
  },
]

export default function RosterPage(): ReactElement {
  const search = useSearchState()
  const navigate = useNavigate()
  const found = useCall(listRoster, {
    query: {
      limit: SIZE,
      cursor: search.cursor,
      q: search.get('q'),
      division: search.get('division'),
      status: keyIn(MEMBER_STATUSES, search.get('status')),
    },
  })
  return (
    <>
      <PageHead title="花名册" note="参保老人的户籍与保障；点开可查任何一天是否在保、当时知道什么。">
        <HeadActs />
      </PageHead>
      <DoubledCovers />
      <Heads />
      <Panel flush>
        <Filters search={search} />
        <Answered of={found}>
          {(page) => (
            <>
              <DataTable<Row>
                label="花名册"
                columns={columns}
                rows={page.items.map((row) => ({ ...row, id: row.personId }))}
                onOpen={(row) => {
                  void navigate(`/persons/${row.personId}`)
                }}
                empty={<NothingFound />}
              />
              {page.items.length ? (
                <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
              ) : null}
            </>
          )}
        </Answered>
      </Panel>
    </>
  )
}

function NothingFound(): ReactElement {
  return (
    <Empty act={<Link to="/roster-imports">去导入花名册</Link>}>
      没有符合的人。可清空筛选，或用“按号码查找”输入身份证号、电话。
    </Empty>
  )
}

function Filters({ search }: { search: SearchState }): ReactElement {
  const divisions = useDivisions()
  return (
    <div className="ap-filters">
      <SearchField search={search} name="q" label="姓名" max={50} />
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
        label="户籍状态"
        value={keyIn(MEMBER_STATUSES, search.get('status'))}
        choices={choicesOf(MEMBER_STATUSES)}
        onChange={(status) => {
          search.set({ status })
        }}
      />
    </div>
  )
}

function HeadActs(): ReactElement {
  const [finding, setFinding] = useState(false)
  const navigate = useNavigate()
  const may = useMay()
  return (
    <>
      {may('person.read') ? (
        <Button
          onClick={() => {
            setFinding(true)
          }}
        >
          按号码查找
        </Button>
      ) : null}
      {may('roster.outreach') ? (
        <Button
          onClick={() => {
            void navigate('/outreaches')
          }}
        >
          可能的理赔
        </Button>
      ) : null}
      {may('person.check') || may('payee.confirm') || may('person.edit') ? (
        <Button
          onClick={() => {
            void navigate('/person-checks')
          }}
        >
          资料复核
        </Button>
      ) : null}
      <Button
        type={may('roster.import') ? 'primary' : 'default'}
        onClick={() => {
          void navigate('/roster-imports')
        }}
      >
        导入
      </Button>
      <Modal
        title="按身份证号、电话或姓名查找"
        open={finding}
        footer={null}
        width={860}
        destroyOnHidden
        onCancel={() => {
          setFinding(false)
        }}
      >
        <FindPerson
          onPick={(row) => {
            void navigate(`/persons/${row.id}`)
          }}
        />
      </Modal>
    </>
  )
}

function Heads(): ReactElement | null {
  const may = useMay()
  const found = useCall(headCounts, { query: {} }, { enabled: may('board.read') })
  const heads = found.shown
  if (!heads) return null
  const sum = (field: 'deceased' | 'movedAway'): string =>
    heads.divisions.reduce((total, one) => total + one[field], 0).toLocaleString('en-US')
  return (
    <dl className="pg-heads">
      <div>
        <dt>{heads.asOfOn} 在保</dt>
        <dd>{heads.covered.toLocaleString('en-US')}</dd>
      </div>
      <div>
        <dt>死亡</dt>
        <dd>{sum('deceased')}</dd>
      </div>
      <div>
        <dt>迁出</dt>
        <dd>{sum('movedAway')}</dd>
      </div>
      <div>
        <dt>镇街</dt>
        <dd>{heads.divisions.length}</dd>
      </div>
    </dl>
  )
}

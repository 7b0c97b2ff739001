/** People of the staff (ORG-03, ORG-04). */
import { listRoles, listStaff, viewOrganisation } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../client/index.ts'
import {
  Answered,
  choicesOf,
  DataTable,
  Empty,
  FilterPick,
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
} from '../kit/index.ts'
import { present, today } from '../kernel/index.ts'
import { CreateStaffDialog } from './StaffDialogs.tsx'
import { SystemLinks } from './SystemLinks.tsx'
import { useMay } from './session.ts'
import './identity.css'

type Row = Answer<typeof listStaff>['items'][number]

const SIZE = 20
const CERTIFICATES = { missing: '缺少或已过期', expiring: '30 天内到期' } as const
const WHICH = { active: '在职', inactive: '已停用', locked: '已锁定', absent: '请假中', all: '全部' } as const

const columns: readonly Column<Row>[] = [
  { key: 'name', title: '姓名', render: (row) => <Link to={`/staff/${row.id}`}>{row.name}</Link> },
  { key: 'login', title: '账号', render: (row) => <code>{row.login}</code> },
  { key: 'post', title: '岗位', render: (row) => row.post },
  {
    key: 'unit',
    title: '机构',
    render: (row) => (
      <>
        {row.institution.name} <small>{row.department?.name ?? ''}</small>
      </>
    ),
  },
  {
    key: 'roles',
    title: '角色',
    render: (row) =>
      row.roles.length ? row.roles.map(({ name }) => name).join('、') : <Tag tone="amber">没有角色</Tag>,
  },
  { key: 'state', title: '状态', render: (row) => <StaffStates row={row} /> },
]

export function StaffStates({
  row,
}: {
  row: Pick<Row, 'active' | 'lockedUntil' | 'absentUntil' | 'hasSignedIn' | 'certificates'>
}): ReactElement {
  if (!row.active) return <Tag tone="grey">已停用</Tag>
  const locked = isAhead(row.lockedUntil)
  return (
    <span className="ap-row">
      {locked ? <Tag tone="red">已锁定</Tag> : null}
      {row.absentUntil !== null && row.absentUntil >= today() ? <Tag tone="amber">请假至 {row.absentUntil}</Tag> : null}
      {row.hasSignedIn ? null : <Tag tone="blue">还没设密码</Tag>}
      {row.certificates === 'missing' ? <Tag tone="red">缺证书，不派工</Tag> : null}
      {row.certificates === 'expiring' ? <Tag tone="amber">证书将到期</Tag> : null}
      {!locked && row.absentUntil === null && row.hasSignedIn && row.certificates !== 'missing' ? (
        <Tag tone="green">在职</Tag>
      ) : null}
    </span>
  )
}

function isAhead(at: string | null): boolean {
  return at !== null && at > present().toISOString()
}

export default function StaffPage(): ReactElement {
  const search = useSearchState()
  const navigate = useNavigate()
  const [creating, setCreating] = useState(false)
  const may = useMay()
  const found = useCall(listStaff, {
    query: {
      limit: SIZE,
      cursor: search.cursor,
      search: search.get('q'),
      institutionId: search.get('institution'),
      role: search.get('role'),
      which: keyIn(WHICH, search.get('which')) ?? 'active',
      certificates: keyIn(CERTIFICATES, search.get('certificates')),
    },
  })
  return (
    <>
      <PageHead title="人员与权限" note="新增人员的角色、重新启用、重设登录，都要另一人复核后才生效。">
        {may('identity.manage') ? (
          <Button
            type="primary"
            onClick={() => {
              setCreating(true)
            }}
          >
            新增人员
          </Button>
        ) : null}
      </PageHead>
      <SystemLinks />
      <Panel flush>
        <Filters search={search} />
        <Answered of={found}>
          {(page) => (
            <>
              <DataTable
                label="人员"
                columns={columns}
                rows={page.items}
                onOpen={(row) => {
                  void navigate(`/staff/${row.id}`)
                }}
                empty={<Empty>没有符合的人员。请清空筛选再看。</Empty>}
              />
              {page.items.length ? (
                <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} />
              ) : null}
            </>
          )}
        </Answered>
      </Panel>
      {creating ? (
        <CreateStaffDialog
          onClose={() => {
            setCreating(false)
          }}
        />
      ) : null}
    </>
  )
}

function Filters({ search }: { search: SearchState }): ReactElement {
  const organisation = useCall(viewOrganisation, {}).shown
  const roles = useCall(listRoles, {}).shown
  return (
    <div className="ap-filters">
      <SearchField search={search} name="q" label="姓名、账号或岗位" />
      <Pick
        label="在职"
        value={keyIn(WHICH, search.get('which'))}
        choices={choicesOf(WHICH)}
        onChange={(which) => {
          search.set({ which })
        }}
      />
      <Pick
        label="机构"
        value={search.get('institution')}
        onChange={(institution) => {
          search.set({ institution })
        }}
        choices={(organisation?.institutions ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Pick
        label="角色"
        value={search.get('role')}
        onChange={(role) => {
          search.set({ role })
        }}
        choices={(roles?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
      <FilterPick search={search} name="certificates" label="证书" choices={choicesOf(CERTIFICATES)} />
    </div>
  )
}

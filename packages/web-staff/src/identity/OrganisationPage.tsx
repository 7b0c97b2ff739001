/** Institutions and departments as a tree, towns and villages with who serves them and where nobody does (ORG-02). */
import { listTowns, listVillages, viewOrganisation } from '@anpei/contract/identity'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
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
  Tabs,
  Tag,
  useSearchState,
  type Column,
  type SearchState,
} from '../kit/index.ts'
import { DepartmentDialog, InstitutionDialog, PostsDialog } from './OrganisationDialogs.tsx'
import type { Department, Institution, Organisation, Village } from './organisation-types.ts'
import { SystemLinks } from './SystemLinks.tsx'
import { useMay } from './session.ts'
import './identity.css'

const SIZE = 20
const VACANCIES = { any: '有空缺', liaison: '缺联络员', deputy: '缺副联络员' } as const

export default function OrganisationPage(): ReactElement {
  const search = useSearchState()
  return (
    <>
      <PageHead title="机构与村居" note="每个村居有一名联络员和一名副联络员；空缺会列出来。" />
      <SystemLinks />
      <Tabs
        activeKey={search.get('tab') ?? 'units'}
        onChange={(tab) => {
          search.set({ tab })
        }}
        items={[
          { key: 'units', label: '机构与部门', children: <Units /> },
          { key: 'villages', label: '镇街与村居', children: <Divisions search={search} /> },
        ]}
      />
    </>
  )
}

type Editing =
  | { readonly institution: Institution | 'new' }
  | {
      readonly department: Department | { institutionId: string }
    }

function Units(): ReactElement {
  const [editing, setEditing] = useState<Editing | null>(null)
  const found = useCall(viewOrganisation, {})
  const may = useMay()
  const onEdit = may('identity.manage') ? setEditing : undefined
  const close = (): void => {
    setEditing(null)
  }
  return (
    <Panel
      title="机构与部门"
      acts={
        onEdit ? (
          <Button
            onClick={() => {
              onEdit({ institution: 'new' })
            }}
          >
            新增机构
          </Button>
        ) : null
      }
    >
      <Answered of={found}>
        {(organisation) => (
          <>
            {organisation.institutions.length === 0 ? (
              <Empty>还没有机构。</Empty>
            ) : (
              <Branch organisation={organisation} parentId={null} onEdit={onEdit} top />
            )}
            {editing && 'institution' in editing ? (
              <InstitutionDialog of={editing.institution} all={organisation.institutions} onClose={close} />
            ) : null}
            {editing && 'department' in editing ? (
              <DepartmentDialog of={editing.department} organisation={organisation} onClose={close} />
            ) : null}
          </>
        )}
      </Answered>
    </Panel>
  )
}

type BranchProps = {
  organisation: Organisation
  parentId: string | null
  onEdit: ((editing: Editing) => void) | undefined
  top?: boolean
}

function Branch({ organisation, parentId, onEdit, top }: BranchProps): ReactElement | null {
  const children = organisation.institutions.filter((one) => one.parentId === parentId)
  if (children.length === 0) return null
  return (
    <ul className={top ? 'id-tree' : ''}>
      {children.map((one) => (
        <li key={one.id}>
          <div className="ap-row">
            <strong>{one.name}</strong>
            <Tag tone="teal">{one.kindWord}</Tag>
            <span className="ap-muted ap-small">
              {one.code}　{one.people} 人　负责人：
              {one.head ? <Link to={`/staff/${one.head.id}`}>{one.head.name}</Link> : '空缺'}
            </span>
            <Link to={`/units/institution/${one.id}`}>职责与评分</Link>
            {onEdit ? (
              <Button
                size="small"
                type="link"
                onClick={() => {
                  onEdit({ institution: one })
                }}
              >
                修改
              </Button>
            ) : null}
            {onEdit ? (
              <Button
                size="small"
                type="link"
                onClick={() => {
                  onEdit({ department: { institutionId: one.id } })
                }}
              >
                加部门
              </Button>
            ) : null}
          </div>
          <Departments
            all={organisation.departments.filter(({ institutionId }) => institutionId === one.id)}
            onEdit={onEdit}
          />
          <Branch organisation={organisation} parentId={one.id} onEdit={onEdit} />
        </li>
      ))}
    </ul>
  )
}

function Departments({
  all,
  onEdit,
}: {
  all: readonly Department[]
  onEdit: BranchProps['onEdit']
}): ReactElement | null {
  if (all.length === 0) return null
  return (
    <div className="ap-row id-departments">
      {all.map((one) => (
        <span key={one.id} className="ap-row">
          <Link to={`/units/department/${one.id}`}>{one.name}</Link>
          <small className="ap-muted">{one.people} 人</small>
          {onEdit ? (
            <Button
              size="small"
              type="link"
              onClick={() => {
                onEdit({ department: one })
              }}
            >
              修改
            </Button>
          ) : null}
        </span>
      ))}
    </div>
  )
}

function Divisions({ search }: { search: SearchState }): ReactElement {
  const towns = useCall(listTowns, {})
  return (
    <div className="ap-stack">
      <Panel title="镇街" flush>
        <Answered of={towns}>
          {({ items }) => (
            <DataTable
              label="镇街"
              rows={items.map((one) => ({ ...one, id: one.code }))}
              empty={<Empty>还没有镇街。</Empty>}
              onOpen={(row) => {
                search.set({ town: row.code })
              }}
              columns={[
                { key: 'name', title: '镇街', render: (row) => <strong>{row.name}</strong> },
                { key: 'villages', title: '村居', align: 'right', render: (row) => row.villages },
                {
                  key: 'liaison',
                  title: '缺联络员',
                  align: 'right',
                  render: (row) => <Vacant count={row.withoutLiaison} />,
                },
                {
                  key: 'deputy',
                  title: '缺副联络员',
                  align: 'right',
                  render: (row) => <Vacant count={row.withoutDeputy} />,
                },
              ]}
            />
          )}
        </Answered>
      </Panel>
      <Villages
        search={search}
        towns={(towns.shown?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
    </div>
  )
}

function Vacant({ count }: { count: number }): ReactElement {
  return count === 0 ? <Tag tone="green">无</Tag> : <Tag tone="amber">{count}</Tag>
}

type VillagesProps = { search: SearchState; towns: { value: string; label: string }[] }

function Villages({ search, towns }: VillagesProps): ReactElement {
  const [editing, setEditing] = useState<Village | null>(null)
  const may = useMay()
  const found = useCall(listVillages, {
    query: {
      limit: SIZE,
      cursor: search.cursor,
      townCode: search.get('town'),
      search: search.get('q'),
      vacancy: keyIn(VACANCIES, search.get('vacancy')),
    },
  })
  return (
    <Panel title="村居" flush>
      <div className="ap-filters">
        <SearchField search={search} name="q" label="村居名称" max={30} />
        <Pick
          label="镇街"
          value={search.get('town')}
          choices={towns}
          onChange={(town) => {
            search.set({ town })
          }}
        />
        <Pick
          label="空缺"
          value={keyIn(VACANCIES, search.get('vacancy'))}
          choices={choicesOf(VACANCIES)}
          onChange={(vacancy) => {
            search.set({ vacancy })
          }}
        />
      </div>
      <Answered of={found}>
        {(page) => (
          <>
            <DataTable
              label="村居"
              rows={page.items.map((one) => ({ ...one, id: one.code }))}
              empty={<Empty>没有符合的村居。</Empty>}
              columns={villageColumns(may('identity.manage') ? setEditing : undefined)}
            />
            {page.items.length ? <Pager page={page} trail={search.trail} onTrail={search.onTrail} size={SIZE} /> : null}
          </>
        )}
      </Answered>
      {editing ? (
        <PostsDialog
          village={editing}
          onClose={() => {
            setEditing(null)
          }}
        />
      ) : null}
    </Panel>
  )
}

function villageColumns(onEdit: ((village: Village) => void) | undefined): readonly Column<Village & { id: string }>[] {
  return [
    { key: 'name', title: '村居', render: (row) => <strong>{row.name}</strong> },
    { key: 'town', title: '镇街', render: (row) => row.townName },
    { key: 'liaison', title: '联络员', render: (row) => row.liaison?.name ?? <Tag tone="amber">空缺</Tag> },
    {
      key: 'deputies',
      title: '副联络员',
      render: (row) => row.deputies.map(({ name }) => name).join('、') || <Tag tone="amber">空缺</Tag>,
    },
    { key: 'handlers', title: '经办人', render: (row) => row.handlers.map(({ name }) => name).join('、') || '—' },
    {
      key: 'act',
      title: '操作',
      render: (row) =>
        onEdit ? (
          <Button
            size="small"
            onClick={() => {
              onEdit(row)
            }}
          >
            指定
          </Button>
        ) : (
          '—'
        ),
    },
  ]
}

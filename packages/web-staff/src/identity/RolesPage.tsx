/** Roles as data (ORG-03): who may do what, over which rows, up to which amount; changed only by two people. */
import { listRoles } from '@anpei/contract/identity'
import { permissions } from '@anpei/domain/kernel'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import { Answered, type Column, DataTable, Empty, PageHead, Panel, Tabs, Tag } from '../kit/index.ts'
import { yuan } from '../kernel/index.ts'
import { RoleDialog } from './RoleDialog.tsx'
import { SCOPES, type Role } from './role-words.ts'
import { SystemLinks } from './SystemLinks.tsx'
import { useMay } from './session.ts'
import './identity.css'

export default function RolesPage(): ReactElement {
  const [editing, setEditing] = useState<Role | 'new' | null>(null)
  const found = useCall(listRoles, {})
  const may = useMay()
  const edit = may('identity.manage') ? setEditing : undefined
  return (
    <>
      <PageHead title="角色与权限" note="角色是权限、范围和授权额度的组合；改动由另一人复核。">
        {edit ? (
          <Button
            type="primary"
            onClick={() => {
              edit('new')
            }}
          >
            新增角色
          </Button>
        ) : null}
      </PageHead>
      <SystemLinks />
      <Answered of={found}>
        {({ items }) => (
          <Tabs
            items={[
              {
                key: 'list',
                label: '角色',
                children: (
                  <Panel flush>
                    <DataTable
                      label="角色"
                      rows={items}
                      columns={columnsOf(edit)}
                      empty={<Empty>还没有角色。</Empty>}
                    />
                  </Panel>
                ),
              },
              {
                key: 'matrix',
                label: '权限矩阵',
                children: (
                  <Panel flush>
                    <Matrix roles={items} />
                  </Panel>
                ),
              },
            ]}
          />
        )}
      </Answered>
      {editing ? (
        <RoleDialog
          role={editing === 'new' ? null : editing}
          onClose={() => {
            setEditing(null)
          }}
        />
      ) : null}
    </>
  )
}

function columnsOf(onEdit: ((role: Role) => void) | undefined): readonly Column<Role>[] {
  return [
    {
      key: 'name',
      title: '角色',
      render: (row) => (
        <>
          <strong>{row.name}</strong>{' '}
          <small>
            <code>{row.code}</code>
          </small>
        </>
      ),
    },
    { key: 'scope', title: '范围', render: (row) => SCOPES[row.scope] },
    { key: 'count', title: '权限', align: 'right', render: (row) => `${row.permissions.length} 项` },
    { key: 'authority', title: '授权额度', render: (row) => <Authority role={row} /> },
    {
      key: 'certificates',
      title: '要求的证书',
      render: (row) => row.certificates.map(({ name }) => name).join('、') || '—',
    },
    { key: 'holders', title: '人数', align: 'right', render: (row) => row.holders },
    {
      key: 'act',
      title: '操作',
      render: (row) =>
        row.waitingChangeId !== null ? (
          <Link to={`/changes?open=${row.waitingChangeId}`}>等复核</Link>
        ) : onEdit ? (
          <Button
            size="small"
            onClick={() => {
              onEdit(row)
            }}
          >
            修改
          </Button>
        ) : (
          '—'
        ),
    },
  ]
}

function Authority({ role }: { role: Role }): ReactElement {
  const limits = Object.entries(role.authority)
  if (limits.length === 0) return <>—</>
  return (
    <>
      {limits.map(([benefit, fen]) => (
        <Tag key={benefit}>
          {benefit === '*' ? '各项' : benefit} ≤ {yuan(fen)}
        </Tag>
      ))}
    </>
  )
}

function Matrix({ roles }: { roles: readonly Role[] }): ReactElement {
  const rows = Object.entries(permissions).filter(([code]) => code !== 'public' && code !== 'session')
  return (
    <div className="id-matrix" role="region" aria-label="权限矩阵" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">权限</th>
            {roles.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([code, name]) => (
            <tr key={code}>
              <th scope="row" title={code}>
                {name}
              </th>
              {roles.map((role) => {
                const held = role.permissions.some((one) => one.code === code)
                return (
                  <td key={role.id} aria-label={held ? '有' : '无'}>
                    {held ? '✓' : ''}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

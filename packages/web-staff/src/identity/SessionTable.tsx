/** Where somebody is signed in, each to be ended (ORG-04). */
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { DataTable, Empty, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

type Session = {
  readonly id: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly source: string
  readonly agent: string
  readonly current?: boolean
}
type Props = { sessions: readonly Session[]; onRevoke: ((id: string) => void) | undefined }

export function SessionTable({ sessions, onRevoke }: Props): ReactElement {
  return (
    <DataTable<Session>
      label="登录中的会话"
      rows={sessions}
      empty={<Empty>现在没有登录。</Empty>}
      columns={[
        { key: 'from', title: '自', render: (row) => instantText(row.createdAt) },
        { key: 'to', title: '到期', render: (row) => instantText(row.expiresAt) },
        { key: 'source', title: '来处', render: (row) => <code>{row.source}</code> },
        { key: 'agent', title: '设备', render: (row) => <small>{row.agent.slice(0, 80) || '—'}</small> },
        {
          key: 'act',
          title: '操作',
          render: (row) =>
            row.current ? (
              <Tag tone="green">本次登录</Tag>
            ) : onRevoke ? (
              <Button
                size="small"
                onClick={() => {
                  onRevoke(row.id)
                }}
              >
                下线
              </Button>
            ) : (
              '—'
            ),
        },
      ]}
    />
  )
}

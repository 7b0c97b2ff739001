/** 服务邮箱: the mailboxes the desk reads and answers from, and how their servers behave (SRV-03). */
import { listMailboxes, type MailboxView } from '@anpei/contract/service-desk'
import { MAIL_OUTCOMES } from '@anpei/domain/service-desk'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { Answered, DataTable, Empty, PageHead, Panel, Tag, type Column } from '../kit/index.ts'
import { useMay } from '../identity/index.ts'
import { instantText } from '../kernel/index.ts'
import { MailboxDialog } from './MailboxDialog.tsx'

export default function MailboxesPage(): ReactElement {
  const may = useMay()
  const found = useCall(listMailboxes, {}, { everySeconds: 30 })
  /** `null` = a new one. */
  const [editing, setEditing] = useState<MailboxView | null | undefined>(undefined)
  return (
    <>
      <PageHead title="服务邮箱" note="每分钟收一次信；客户来信自动成为服务单，答复从收到来信的邮箱发出。">
        {may('notice.channel') ? (
          <Button
            type="primary"
            onClick={() => {
              setEditing(null)
            }}
          >
            添加邮箱
          </Button>
        ) : null}
      </PageHead>
      <Panel flush>
        <Answered of={found}>
          {({ items }) => (
            <DataTable
              label="服务邮箱"
              columns={columnsFor(setEditing)}
              rows={items}
              empty={<Empty>还没有设置邮箱；设置以后收到的信才会处理。</Empty>}
            />
          )}
        </Answered>
      </Panel>
      {editing === undefined ? null : (
        <MailboxDialog
          mailbox={editing}
          onClose={() => {
            setEditing(undefined)
          }}
        />
      )}
    </>
  )
}

function columnsFor(onEdit: (row: MailboxView) => void): readonly Column<MailboxView>[] {
  return [
    {
      key: 'address',
      title: '邮箱',
      render: (row) => (
        <>
          <b>{row.address}</b>
          <div className="ap-small">{row.name}</div>
        </>
      ),
    },
    { key: 'stand', title: '状态', render: (row) => <Stand mailbox={row} /> },
    {
      key: 'day',
      title: '最近24小时',
      render: ({ lastDay }) =>
        lastDay.length === 0
          ? '没有来信'
          : lastDay.map(({ outcome, count }) => `${MAIL_OUTCOMES[outcome]} ${count}`).join('，'),
    },
    {
      key: 'servers',
      title: '服务器',
      wideOnly: true,
      render: (row) => `收 ${row.imapHost}:${row.imapPort}，发 ${row.smtpHost}:${row.smtpPort}`,
    },
    { key: 'changed', title: '最后设置', render: (row) => `${row.changedBy} ${instantText(row.changedAt)}` },
    {
      key: 'acts',
      title: '操作',
      render: (row) => (
        <Button
          size="small"
          onClick={() => {
            onEdit(row)
          }}
        >
          设置
        </Button>
      ),
    },
  ]
}

function Stand({ mailbox: { active, failingSince, fault, lastOkAt } }: { mailbox: MailboxView }): ReactElement {
  if (!active) return <Tag tone="grey">停用</Tag>
  if (fault !== null) {
    return (
      <>
        <Tag tone="red" icon="alert">
          收不到信
        </Tag>
        <div className="ap-small">
          {fault}
          {failingSince === null ? '' : `，自 ${instantText(failingSince)}`}；恢复后会补收，不会丢信
        </div>
      </>
    )
  }
  if (lastOkAt === null) return <Tag tone="grey">等待第一次收信</Tag>
  return (
    <>
      <Tag tone="green">正常</Tag>
      <div className="ap-small">上次收信 {instantText(lastOkAt)}</div>
    </>
  )
}

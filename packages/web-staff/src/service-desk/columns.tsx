/** Columns of the queue. */
import { Button } from 'antd'
import { Link } from 'react-router'
import { DueTag } from '../claims/index.ts'
import { Tag, type Column } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { RequestKind, RequestMarks, RequestState, SpokenMark } from './marks.tsx'
import { addressOf, whoOf, type Row } from './queue.ts'

export function queueColumns(params: URLSearchParams, onTake: ((row: Row) => void) | null): readonly Column<Row>[] {
  return [
    {
      key: 'no',
      title: '编号',
      render: (row) => (
        <>
          <Link to={addressOf(row, params)} className="ap-num ap-strong">
            {row.requestNo}
          </Link>
          <br />
          <small>
            {row.channelWord} · {instantText(row.receivedAt)}
          </small>
        </>
      ),
    },
    {
      key: 'what',
      title: '事项',
      render: (row) => (
        <>
          <span className="ap-row dk-what">
            <RequestKind of={row} />
            <RequestMarks of={row} />
            <SpokenMark of={row} />
            <span className="dk-subject">{row.subject || '（没有写事由）'}</span>
          </span>
          <small>
            {whoOf(row)}
            {row.topicName === null ? '' : ` · ${row.topicName}`}
          </small>
        </>
      ),
    },
    {
      key: 'state',
      title: '状态',
      render: (row) => (
        <span className="ap-row">
          <RequestState of={row} />
          {row.unanswered ? <Tag tone="amber">等答复</Tag> : null}
          {row.snoozedUntil === null ? null : <small>到 {instantText(row.snoozedUntil)}</small>}
        </span>
      ),
    },
    { key: 'last', title: '最近往来', wideOnly: true, render: (row) => <Last of={row} /> },
    {
      key: 'owner',
      title: '受理人',
      render: (row) =>
        row.ownerName ??
        (onTake ? (
          <Button size="small" onClick={() => onTake(row)}>
            受理
          </Button>
        ) : (
          <span className="ap-muted">无人</span>
        )),
    },
    { key: 'due', title: '到期', render: (row) => <DueTag of={row} /> },
  ]
}

function Last({ of }: { of: Row }) {
  return (
    <>
      <span className="ap-num">{instantText(of.lastMessageAt)}</span>
      <br />
      <small>{of.messageCount} 条</small>
    </>
  )
}

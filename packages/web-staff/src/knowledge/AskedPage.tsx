/** What people asked and did not find, and the articles that helped least; from here one writes (SRV-06). */
import { closeAsked, listAsked } from '@anpei/contract/knowledge'
import type { Answer } from '@anpei/contract/kernel'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, DataTable, Empty, FaultNote, PageHead, Panel, type Column } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { useMay } from '../identity/index.ts'

type Asked = Answer<typeof listAsked>
type Miss = Asked['misses'][number]
type Least = Asked['leastHelpful'][number]

const T = {
  title: '没找到的问题',
  note: '大家问了、没有合适答案的话，和最没帮上忙的文章。长号码已经去掉。',
  misses: '问了没找到',
  least: '帮助最少的文章',
  none: '没有。大家问的都找到了。',
  noneLeast: '还没有人说没帮上。',
  write: '写文章',
  close: '不用写',
} as const

const leastColumns: readonly Column<Least>[] = [
  { key: 'title', title: '文章', render: (row) => <Link to={`/knowledge/${row.id}`}>{row.title}</Link> },
  { key: 'owner', title: '负责人', render: (row) => row.owner },
  { key: 'helped', title: '有帮助', align: 'right', render: (row) => <span className="ap-num">{row.helped}</span> },
  { key: 'not', title: '没帮助', align: 'right', render: (row) => <span className="ap-num">{row.notHelped}</span> },
  { key: 'open', title: '待处理', align: 'right', render: (row) => <span className="ap-num">{row.open}</span> },
]

export default function AskedPage(): ReactElement {
  const asked = useCall(listAsked, {})
  return (
    <div className="ap-stack">
      <PageHead title={T.title} note={T.note}>
        <Link to="/knowledge">知识库</Link>
      </PageHead>
      <Answered of={asked}>
        {(answer) => (
          <>
            <Misses misses={answer.misses} />
            <Panel flush title={T.least}>
              <DataTable<Least>
                label={T.least}
                columns={leastColumns}
                rows={answer.leastHelpful}
                empty={<Empty>{T.noneLeast}</Empty>}
              />
            </Panel>
          </>
        )}
      </Answered>
    </div>
  )
}

function Misses({ misses }: { misses: readonly Miss[] }): ReactElement {
  const close = useCommand(closeAsked)
  const may = useMay()
  const navigate = useNavigate()
  const columns: readonly Column<Miss>[] = [
    { key: 'question', title: '问的话', render: (row) => <span className="ap-strong">{row.question}</span> },
    { key: 'asked', title: '次数', align: 'right', render: (row) => <span className="ap-num">{row.asked}</span> },
    { key: 'where', title: '在哪里问', render: (row) => row.where },
    { key: 'last', title: '最近一次', render: (row) => <span className="ap-num">{instantText(row.lastAt)}</span> },
    {
      key: 'acts',
      title: '处理',
      render: (row) =>
        may('knowledge.edit') ? (
          <span className="ap-row">
            <Button
              size="small"
              type="primary"
              onClick={() => {
                void navigate(`/knowledge/new?miss=${row.id}&question=${encodeURIComponent(row.question)}`)
              }}
            >
              {T.write}
            </Button>
            <Button
              size="small"
              onClick={() => {
                void close.run({ params: { missId: row.id } })
              }}
            >
              {T.close}
            </Button>
          </span>
        ) : null,
    },
  ]
  return (
    <Panel flush title={T.misses}>
      <FaultNote fault={close.fault} />
      <DataTable<Miss> label={T.misses} columns={columns} rows={misses} empty={<Empty>{T.none}</Empty>} />
    </Panel>
  )
}

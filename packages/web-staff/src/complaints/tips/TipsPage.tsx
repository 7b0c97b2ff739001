/** 举报: those this reader may know of, without contents; what breaks first stands first (CMP-12). */
import { listTips, type TipItem } from '@anpei/contract/complaints'
import { Button, Segmented } from 'antd'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall, useLive } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { LeftTag, PagedTable, PageHead, Panel, SearchField, Tag, useSearchState, type Column } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import '../complaints.css'

const SIZE = 20
const heard = [listTips]

const columns: readonly Column<TipItem>[] = [
  {
    key: 'no',
    title: '举报编号',
    render: (row) => (
      <Link to={`/tips/${row.id}`} className="ap-num ap-strong">
        {row.tipNo}
      </Link>
    ),
  },
  {
    key: 'state',
    title: '状态',
    render: (row) => (
      <span className="ap-row">
        <TipTag tip={row} />
        {row.unreadSince === null ? null : <Tag tone="amber">有新补充</Tag>}
      </span>
    ),
  },
  { key: 'outcome', title: '结论', render: (row) => row.outcomeWord ?? '—', wideOnly: true },
  { key: 'named', title: '举报人', render: (row) => (row.named ? '实名' : '匿名') },
  { key: 'channel', title: '渠道', render: (row) => row.channelWord, wideOnly: true },
  { key: 'who', title: '承办人', render: (row) => row.examinerName ?? '未定' },
  {
    key: 'due',
    title: '到期',
    render: (row) => <LeftTag of={row} />,
  },
  {
    key: 'received',
    title: '收到',
    render: (row) => <span className="ap-num">{instantText(row.receivedAt)}</span>,
    wideOnly: true,
  },
]

export function TipTag({ tip }: { tip: Pick<TipItem, 'state' | 'stateWord'> }): ReactElement {
  const tone =
    tip.state === 'closed' ? 'green' : tip.state === 'turned' ? 'grey' : tip.state === 'received' ? 'amber' : 'blue'
  return <Tag tone={tone}>{tip.stateWord}</Tag>
}

export default function TipsPage(): ReactElement {
  const search = useSearchState()
  const { get, set, cursor } = search
  const may = useMay()
  const navigate = useNavigate()
  useLive('tips', heard)
  const show = get('show') === 'all' ? 'all' : 'open'
  const tipNo = get('tipNo')
  const query = { show, limit: SIZE, ...(tipNo ? { tipNo } : {}), ...(cursor ? { cursor } : {}) } as const
  const found = useCall(listTips, { query }, { everySeconds: 60 })
  return (
    <div className="ap-stack">
      <PageHead title="举报" note="只列您不须回避的；内容须写明事由才能查看，每次查看都记入审计。">
        {may('complaint.record') ? (
          <Button type="primary" onClick={() => void navigate('/tips/new')}>
            登记举报
          </Button>
        ) : null}
      </PageHead>
      <Panel flush>
        <div className="ap-filters">
          <Segmented<'open' | 'all'>
            aria-label="看哪些举报"
            value={show}
            options={[
              { value: 'open', label: '在办' },
              { value: 'all', label: '全部' },
            ]}
            onChange={(value) => {
              set({ show: value === 'all' ? 'all' : undefined })
            }}
          />
          <SearchField search={search} name="tipNo" label="举报编号" max={40} />
        </div>
        <PagedTable<TipItem>
          of={found}
          search={search}
          size={SIZE}
          label="举报列表"
          columns={columns}
          empty={tipNo ? '没有这个编号的举报。' : '没有您可以办理的举报。'}
          onOpen={(row) => void navigate(`/tips/${row.id}`)}
          toneOf={(row) => (row.timeLeft?.late ? 'late' : null)}
        />
      </Panel>
    </div>
  )
}

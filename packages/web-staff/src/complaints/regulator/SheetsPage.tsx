/** CMP-11: the desk of 监管转办: what must be reported by when, the report, and the published ratios. */
import { getComplaintRatios, listSheets, type SheetView } from '@anpei/contract/complaints'
import { Button, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../../client/index.ts'
import { instantText, yuan } from '../../kernel/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  PageHead,
  Pager,
  Panel,
  Tag,
  useSearchState,
  type Column,
} from '../../kit/index.ts'
import { NewSheet } from './NewSheet.tsx'
import { DraftReport, JudgeReport, ReadReport, SendReport } from './ReportDialogs.tsx'

const SIZE = 20
type Act = { readonly name: 'draft' | 'judge' | 'send' | 'read'; readonly sheet: SheetView } | null

export default function SheetsPage(): ReactElement {
  const { get, set, cursor, trail, onTrail } = useSearchState()
  const [act, setAct] = useState<Act>(null)
  const [adding, setAdding] = useState(false)
  const show = get('show') === 'all' ? 'all' : 'open'
  const found = useCall(listSheets, { query: { show, limit: SIZE, ...(cursor ? { cursor } : {}) } })
  const close = (): void => {
    setAct(null)
  }
  return (
    <div className="ap-stack">
      <PageHead title="监管转办" note="期限以转办单上写的日期为准。">
        <Button
          type="primary"
          onClick={() => {
            setAdding(true)
          }}
        >
          登记转办单
        </Button>
      </PageHead>
      <Segmented<'open' | 'all'>
        aria-label="转办单"
        value={show}
        options={[
          { value: 'open', label: '待报送' },
          { value: 'all', label: '全部' },
        ]}
        onChange={(value) => {
          set({ show: value === 'all' ? 'all' : undefined })
        }}
      />
      <Panel flush>
        <Answered of={found}>
          {(page) => (
            <>
              <DataTable
                label="监管转办单"
                columns={columnsOf(setAct)}
                rows={page.items}
                empty={<Empty>{show === 'open' ? '没有待报送的转办单。' : '还没有登记转办单。'}</Empty>}
              />
              <Pager page={page} trail={trail} onTrail={onTrail} size={SIZE} />
            </>
          )}
        </Answered>
      </Panel>
      <RatiosPanel />
      {adding ? (
        <NewSheet
          onClose={() => {
            setAdding(false)
          }}
        />
      ) : null}
      {act?.name === 'draft' ? <DraftReport sheet={act.sheet} onClose={close} /> : null}
      {act?.name === 'judge' ? <JudgeReport sheet={act.sheet} onClose={close} /> : null}
      {act?.name === 'send' ? <SendReport sheet={act.sheet} onClose={close} /> : null}
      {act?.name === 'read' ? <ReadReport sheet={act.sheet} onClose={close} /> : null}
    </div>
  )
}

const WORDS = { draft: '写报告', judge: '审批', send: '登记报送' } as const

function columnsOf(onAct: (act: Act) => void): readonly Column<SheetView>[] {
  return [
    { key: 'no', title: '转办单号', render: (row) => row.sheetNo },
    { key: 'sender', title: '来文单位', render: (row) => row.sender },
    {
      key: 'complaint',
      title: '投诉',
      render: (row) => (
        <>
          <Link to={`/complaints/${row.complaintId}`}>{row.complaintNo}</Link> {row.complaintStateWord}
        </>
      ),
    },
    { key: 'by', title: '报告期限', render: (row) => `${row.reportBy}（${row.reportForm}）` },
    {
      key: 'left',
      title: '剩余',
      render: (row) => row.timeLeft?.text ?? (row.reportedAt ? `${instantText(row.reportedAt)} 报送` : '—'),
    },
    {
      key: 'state',
      title: '状态',
      render: (row) => <Tag tone={row.state === 'reported' ? 'green' : 'amber'}>{row.stateWord}</Tag>,
    },
    {
      key: 'acts',
      title: '',
      render: (row) => (
        <span className="ap-acts">
          {(['draft', 'judge', 'send'] as const)
            .filter((name) => row.can.includes(name))
            .map((name) => (
              <Button
                key={name}
                size="small"
                onClick={() => {
                  onAct({ name, sheet: row })
                }}
              >
                {WORDS[name]}
              </Button>
            ))}
          {row.report ? (
            <Button
              size="small"
              onClick={() => {
                onAct({ name: 'read', sheet: row })
              }}
            >
              看报告
            </Button>
          ) : null}
        </span>
      ),
    },
  ]
}

function RatiosPanel(): ReactElement {
  const found = useCall(getComplaintRatios, { query: {} })
  return (
    <Panel title="投诉量指标（本年至今）">
      <Answered of={found}>
        {({ premiumFen, policies, persons, regulator, own }) => (
          <>
            <p className="ap-muted">
              保费 {yuan(premiumFen)}，保单 {policies} 张，承保 {persons} 人。两列分开统计，本公司受理不含监管转办。
            </p>
            <DataTable
              label="投诉量指标"
              columns={RATIO_COLUMNS}
              rows={[
                { id: 'regulator', series: '监管转办', ...regulator },
                { id: 'own', series: '本公司受理', ...own },
              ]}
            />
          </>
        )}
      </Answered>
    </Panel>
  )
}

type RatioRow = {
  readonly id: string
  readonly series: string
  readonly count: number
  readonly perHundredMillionYuan: number | null
  readonly perTenThousandPolicies: number | null
  readonly perTenThousandPersons: number | null
}

const rate = (value: number | null): string => (value === null ? '—' : value.toFixed(2))

const RATIO_COLUMNS: readonly Column<RatioRow>[] = [
  { key: 'series', title: '口径', render: (row) => row.series },
  { key: 'count', title: '件数', align: 'right', render: (row) => row.count },
  { key: 'premium', title: '亿元保费投诉量', align: 'right', render: (row) => rate(row.perHundredMillionYuan) },
  { key: 'policies', title: '万张保单投诉量', align: 'right', render: (row) => rate(row.perTenThousandPolicies) },
  { key: 'persons', title: '万人次投诉量', align: 'right', render: (row) => rate(row.perTenThousandPersons) },
]

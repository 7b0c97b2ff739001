/** 办理时限报告: natural days from receipt to the answer, of the history, of cases lived here, or both (CMP-09, CMP-13). */
import { exportHistoryTimes, getHistoryTimes, type HistoryTimes } from '@anpei/contract/complaints'
import { CAUSES } from '@anpei/domain/complaints'
import { Button, Segmented } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useDownload } from '../../client/index.ts'
import { instantText } from '../../kernel/index.ts'
import {
  Answered,
  choicesOf,
  DataTable,
  DayInput,
  Empty,
  FaultNote,
  Icon,
  keyIn,
  PageHead,
  Panel,
  Pick,
  saveFile,
  useSearchState,
  type Column,
  type SearchState,
} from '../../kit/index.ts'
import '../complaints.css'

const BY = { month: '按月', cause: '按事由', company: '按机构' } as const
const ORIGINS = { imported: '历史导入', lived: '本系统', all: '全部' } as const
type Line = HistoryTimes['lines'][number] & { readonly id: string }

function share(value: number | null): string {
  return value === null ? '—' : `${(value * 100).toFixed(1)}%`
}
function days(value: number | null): string {
  return value === null ? '—' : `${value} 日`
}

const columns: readonly Column<Line>[] = [
  { key: 'word', title: '', render: (line) => line.word },
  { key: 'count', title: '件数', align: 'right', render: (line) => line.count.toLocaleString('en-US') },
  { key: 'closed', title: '已办结', align: 'right', render: (line) => line.closedCount.toLocaleString('en-US') },
  { key: 'w15', title: '15 日内', align: 'right', render: (line) => share(line.within15) },
  { key: 'w30', title: '30 日内', align: 'right', render: (line) => share(line.within30) },
  { key: 'w60', title: '60 日内', align: 'right', render: (line) => share(line.within60) },
  { key: 'median', title: '中位数', align: 'right', render: (line) => days(line.medianDays) },
  { key: 'p90', title: '九成在', align: 'right', render: (line) => days(line.p90Days) },
]

export default function TimesPage(): ReactElement {
  const search = useSearchState()
  const query = queryOf(search)
  const found = useCall(getHistoryTimes, { query })
  return (
    <div className="ap-stack">
      <PageHead title="投诉办理时限" note="从收到到答复或办结的自然日；比例只算已办结的。">
        <Export query={query} />
        <Link to="/complaint-history">历史投诉</Link>
      </PageHead>
      <Panel flush>
        <Filters search={search} found={found.shown} />
        <Answered of={found}>
          {(times) => (
            <DataTable<Line>
              label="办理时限"
              columns={columns}
              rows={linesOf(times)}
              empty={<Empty>这段时间没有投诉。</Empty>}
            />
          )}
        </Answered>
        {found.shown?.countedUntil ? (
          <p className="ap-muted ap-small cm-note">
            {instantText(found.shown.countedUntil)} 以前收到的，整月的每晚统计；其余实时统计。
          </p>
        ) : null}
        {query.by === 'cause' ? (
          <p className="ap-muted ap-small cm-note">一件有几个事由的，每个事由各算一次。</p>
        ) : null}
      </Panel>
    </div>
  )
}

function linesOf({ lines, total }: HistoryTimes): readonly Line[] {
  if (total.count === 0) return []
  const sum = { ...total, key: '', word: '合计', id: '合计' }
  return [...lines.map((line) => ({ ...line, id: `${line.key}|${line.word}` })), sum]
}

function queryOf({ get }: SearchState) {
  const cause = keyIn(CAUSES, get('cause'))
  const [from, to] = [get('from'), get('to')]
  return {
    by: keyIn(BY, get('by')) ?? 'month',
    origin: keyIn(ORIGINS, get('origin')) ?? 'imported',
    ...(cause ? { cause } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  }
}

function dayOf(value: string | undefined): { value?: string } {
  return value === undefined ? {} : { value }
}

function Filters({
  search: { get, set },
  found,
}: {
  search: SearchState
  found: HistoryTimes | undefined
}): ReactElement {
  return (
    <div className="ap-filters">
      <Segmented
        aria-label="按什么分"
        value={keyIn(BY, get('by')) ?? 'month'}
        options={choicesOf(BY)}
        onChange={(by) => {
          set({ by: String(by) })
        }}
      />
      <Segmented
        aria-label="哪些投诉"
        value={keyIn(ORIGINS, get('origin')) ?? 'imported'}
        options={choicesOf(ORIGINS)}
        onChange={(origin) => {
          set({ origin: String(origin) })
        }}
      />
      <label className="cm-day">
        收到从
        <DayInput
          {...dayOf(get('from') ?? found?.from)}
          onChange={(from) => {
            set({ from })
          }}
        />
      </label>
      <label className="cm-day">
        到
        <DayInput
          {...dayOf(get('to') ?? found?.to)}
          onChange={(to) => {
            set({ to })
          }}
        />
      </label>
      <Pick
        label="事由"
        value={keyIn(CAUSES, get('cause'))}
        choices={Object.entries(CAUSES).map(([value, { zh }]) => ({ value, label: zh }))}
        onChange={(cause) => {
          set({ cause })
        }}
      />
    </div>
  )
}

function Export({ query }: { query: ReturnType<typeof queryOf> }): ReactElement {
  const load = useDownload(exportHistoryTimes)
  return (
    <>
      <FaultNote fault={load.fault} />
      <Button
        icon={<Icon name="download" />}
        loading={load.busy}
        onClick={() => {
          load.get({ query }, (file) => {
            saveFile(file, '投诉办理时限.xlsx')
          })
        }}
      >
        导出 XLSX
      </Button>
    </>
  )
}

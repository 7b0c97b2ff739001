/** 时限台账: each promise by month with its kept rate; every figure opens the cases behind it (CLK-05). */
import { promiseLedger, type PromiseLine } from '@anpei/contract/reporting'
import type { Answer } from '@anpei/contract/kernel'
import { CLOCK_KIND_WORDS } from '@anpei/domain/reporting'
import { Checkbox, Segmented } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import { Answered, choicesOf, Empty, keyIn, PageHead, Panel, Pick } from '../kit/index.ts'
import { Tag, useSearchState, type SearchState } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { countsWords, hasCases, rateText, rateTone } from './ledger-words.ts'
import { ForecastPanel } from './ForecastPanel.tsx'
import { StageTimes } from './StageTimes.tsx'
import { TimingReports } from './TimingReports.tsx'
import './ledger.css'
import './reporting.css'

type Ledger = Answer<typeof promiseLedger>
type Cell = PromiseLine['cells'][number]

const VIEWS = { promises: '各项时限', stages: '各环节用时', reports: '时效周报' } as const

export default function LedgerPage(): ReactElement {
  const search = useSearchState()
  const view = keyIn(VIEWS, search.get('view')) ?? 'promises'
  return (
    <>
      <PageHead
        title="时限台账"
        note="每项法定时限和承诺，按到期月份统计；是否按时只看实际时间，不看提醒。点数字看每一件。"
      >
        <Segmented
          aria-label="看什么"
          options={choicesOf(VIEWS)}
          value={view}
          onChange={(next) => {
            search.set({ view: next })
          }}
        />
      </PageHead>
      {view === 'promises' ? <Promises search={search} /> : null}
      {view === 'stages' ? (
        <>
          <StageTimes search={search} />
          <ForecastPanel />
        </>
      ) : null}
      {view === 'reports' ? <TimingReports /> : null}
    </>
  )
}

function Promises({ search }: { search: SearchState }): ReactElement {
  const kind = keyIn(CLOCK_KIND_WORDS, search.get('kind'))
  const institution = search.get('institution')
  const programme = search.get('programme')
  const all = search.get('all') === 'true'
  const query = {
    ...(kind ? { kind } : {}),
    ...(institution ? { institution } : {}),
    ...(programme ? { programme } : {}),
  }
  const ledger = useCall(promiseLedger, { query }, { everySeconds: 60 })
  const named = (list: readonly { id: string; name: string }[] | undefined) =>
    (list ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Panel flush>
      <div className="ap-filters">
        <Pick
          label="种类"
          value={kind}
          choices={choicesOf(CLOCK_KIND_WORDS)}
          onChange={(next) => {
            search.set({ kind: next })
          }}
        />
        <Pick
          label="机构"
          value={institution}
          choices={named(ledger.shown?.institutions)}
          onChange={(next) => {
            search.set({ institution: next })
          }}
        />
        <Pick
          label="方案"
          value={programme}
          choices={named(ledger.shown?.programmes)}
          onChange={(next) => {
            search.set({ programme: next })
          }}
        />
        <Checkbox
          checked={all}
          onChange={(event) => {
            search.set({ all: event.target.checked ? 'true' : undefined })
          }}
        >
          没有案件的也列出
        </Checkbox>
      </div>
      <Answered of={ledger}>
        {(answer) => <Table ledger={answer} all={all} carry={{ institution, programme }} />}
      </Answered>
    </Panel>
  )
}

type Carry = {
  readonly month?: string
  readonly institution: string | undefined
  readonly programme: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}
type TableProps = { ledger: Ledger; all: boolean; carry: Carry }
/** A column: what it is called, its figure in a line, and which cases the figure opens. */
type Span = {
  readonly title: string
  readonly cellOf: (line: PromiseLine) => Omit<Cell, 'month'> | null | undefined
  readonly carry: Omit<Carry, 'institution' | 'programme'>
}

/** The total of the months shown and of later; each month; later, where anything falls due then. */
function spansOf({ months, laterFrom }: Ledger, lines: readonly PromiseLine[]): readonly Span[] {
  const hasLater = lines.some(({ later }) => later !== null && hasCases(later))
  return [
    {
      title: '合计',
      cellOf: ({ total, keptBps }) => ({ ...total, keptBps }),
      carry: { from: months[0], until: laterFrom === null ? months.at(-1) : undefined },
    },
    ...months.map((month, at) => ({
      title: month,
      cellOf: (line: PromiseLine) => line.cells[at],
      carry: { month },
    })),
    ...(hasLater
      ? [{ title: '以后', cellOf: (line: PromiseLine) => line.later, carry: { from: laterFrom ?? undefined } }]
      : []),
  ]
}

function Table({ ledger, all, carry }: TableProps): ReactElement {
  const lines = ledger.promises.filter((line) => all || hasCases(line.total))
  const spans = spansOf(ledger, lines)
  if (lines.length === 0) return <Empty>这段时间没有任何时限到期。</Empty>
  return (
    <>
      <div className="ap-table-box" role="region" aria-label="各项时限，逐月按时率" tabIndex={0}>
        <table className="ap-table le-table">
          <thead>
            <tr>
              <th scope="col">时限</th>
              {spans.map(({ title }) => (
                <th key={title} scope="col" className="ap-right">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.clockId}>
                <th scope="row" title={line.basis}>
                  {line.name}
                  <small>
                    {line.clockId} <Tag tone="grey">{CLOCK_KIND_WORDS[line.kind]}</Tag>
                  </small>
                </th>
                {spans.map((span) => (
                  <Figure
                    key={span.title}
                    line={line}
                    cell={span.cellOf(line)}
                    title={span.title}
                    carry={{ ...carry, ...span.carry }}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="ap-muted le-note">
        大字是按时率（按时 ÷
        按时加超时），小字是超时件数和进行中件数。“按约”是到期前已告知原因和新时间、按新时间完成的， 另计，不入按时率。
        {ledger.countedUntil === null
          ? '全部实时统计。'
          : `${instantText(ledger.countedUntil)} 以前到期的每晚统计，以后的实时统计。`}
      </p>
    </>
  )
}

type FigureProps = { line: PromiseLine; cell: ReturnType<Span['cellOf']>; title: string; carry: Carry }

function Figure({ line, cell, title, carry }: FigureProps): ReactElement {
  if (!cell || !hasCases(cell)) return <td className="ap-right ap-muted ap-wide">—</td>
  const words = countsWords(cell)
  const rate = rateText(cell.keptBps)
  const label = `${line.name} ${title} ${rate}：${words}`
  return (
    <td className={`ap-right le-${rateTone(cell.keptBps)}`} data-label={title} title={words}>
      <Link to={casesAddress(line, carry)} aria-label={`${label}，看每一件`}>
        <strong>{rate}</strong>
      </Link>
      <small>
        {cell.keptByAgreement > 0 ? (
          <Link to={casesAddress(line, { outcome: 'keptByAgreement', ...carry })}>按约 {cell.keptByAgreement}</Link>
        ) : null}
        {cell.broken > 0 ? (
          <Link to={casesAddress(line, { outcome: 'broken', ...carry })}>超时 {cell.broken}</Link>
        ) : null}
        {cell.running > 0 ? (
          <Link to={casesAddress(line, { outcome: 'running', ...carry })}>进行中 {cell.running}</Link>
        ) : null}
        {cell.cancelled > 0 && cell.kept + cell.keptByAgreement + cell.broken + cell.running === 0 ? (
          <Link to={casesAddress(line, { outcome: 'cancelled', ...carry })}>取消 {cell.cancelled}</Link>
        ) : null}
      </small>
    </td>
  )
}

function casesAddress(line: PromiseLine, filters: Readonly<Record<string, string | undefined>>): string {
  if (line.guarantee !== null) return `/standing-duties?guarantee=${line.guarantee}&all=true`
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) search.set(name, value)
  return `/promise-ledger/${line.clockId}?${search}`
}

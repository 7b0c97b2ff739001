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

/** What falls due after the months shown. */
const LATER = '以后'

type Carry = {
  readonly month?: string
  readonly institution: string | undefined
  readonly programme: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}
type TableProps = { ledger: Ledger; all: boolean; carry: Carry }

function Table({ ledger, all, carry }: TableProps): ReactElement {
  const lines = ledger.promises.filter((line) => all || hasCases(line.total))
  // A total counts the months shown and later, and opens as many cases.
  const whole = { from: ledger.months[0], until: ledger.laterFrom === null ? ledger.months.at(-1) : undefined }
  const hasLater = lines.some(({ later }) => later !== null && hasCases(later))
  if (lines.length === 0) return <Empty>这段时间没有任何时限到期。</Empty>
  return (
    <>
      <div className="ap-table-box" role="region" aria-label="各项时限，逐月按时率" tabIndex={0}>
        <table className="ap-table le-table">
          <thead>
            <tr>
              <th scope="col">时限</th>
              <th scope="col" className="ap-right">
                合计
              </th>
              {ledger.months.map((month) => (
                <th key={month} scope="col" className="ap-right">
                  {month}
                </th>
              ))}
              {hasLater ? (
                <th scope="col" className="ap-right">
                  {LATER}
                </th>
              ) : null}
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
                <Figure
                  line={line}
                  cell={{ ...line.total, keptBps: line.keptBps }}
                  title="合计"
                  carry={{ ...carry, ...whole }}
                />
                {line.cells.map((cell) => (
                  <Figure
                    key={cell.month}
                    line={line}
                    cell={cell}
                    title={cell.month}
                    carry={{ ...carry, month: cell.month }}
                  />
                ))}
                {hasLater && line.later ? (
                  <Figure
                    line={line}
                    cell={line.later}
                    title={LATER}
                    carry={{ ...carry, from: ledger.laterFrom ?? undefined }}
                  />
                ) : null}
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

type FigureProps = { line: PromiseLine; cell: Omit<Cell, 'month'>; title: string; carry: Carry }

function Figure({ line, cell, title, carry }: FigureProps): ReactElement {
  if (!hasCases(cell)) return <td className="ap-right ap-muted ap-wide">—</td>
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

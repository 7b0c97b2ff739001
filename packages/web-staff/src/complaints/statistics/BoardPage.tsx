/** CMP-13: complaints by type, cause, step, institution, channel and result; every figure opens its cases. */
import { exportComplaintFigures, getComplaintFigures, type ComplaintFigures } from '@anpei/contract/complaints'
import { COMPLAINT_SERIES, FIGURE_DIMENSIONS, FIGURES, shareBps, type Figure } from '@anpei/domain/complaints'
import { Button, Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useDownload } from '../../client/index.ts'
import { instantText } from '../../kernel/index.ts'
import {
  Answered,
  choicesOf,
  DataTable,
  Empty,
  FaultNote,
  keyIn,
  LinkButton,
  PageHead,
  Panel,
  Pick,
  saveFile,
  useSearchState,
  type Column,
  type SearchState,
} from '../../kit/index.ts'
import { useMay } from '../../identity/index.ts'
import { FigureLink, percentText, type Carried } from './figure-links.tsx'
import { MonthRange, monthsOf } from './months.tsx'
import { Rates } from './Rates.tsx'
import { Times } from './Times.tsx'
import './statistics.css'

const SHOWN = ['open', 'upheld', 'overdue', 'reopened', 'unsatisfied', 'withdrawn', 'redirected', 'repeated'] as const

export default function BoardPage(): ReactElement {
  const search = useSearchState()
  const may = useMay()
  const carried = carriedOf(search)
  const { series, from, to, institutionId, product } = carried
  const query = { from, to, series, ...(institutionId ? { institutionId } : {}), ...(product ? { product } : {}) }
  const found = useCall(getComplaintFigures, { query })
  const download = useDownload(exportComplaintFigures)
  return (
    <div className="ap-stack">
      <PageHead
        title="投诉分析"
        note="按收到的月份统计，三个系列分开、从不相加；点数字看每一件。涉及本人的投诉不计入。"
      >
        <LinkButton to="/complaint-scores">考评</LinkButton>
        {may('complaint.publish') ? <LinkButton to="/publications">公布</LinkButton> : null}
        <Button
          loading={download.busy}
          onClick={() => {
            download.get({ query }, (file) => {
              saveFile(file, `投诉分析-${from}-${to}.xlsx`)
            })
          }}
        >
          导出 Excel
        </Button>
      </PageHead>
      <FaultNote fault={download.fault} />
      <Panel flush>
        <Filters search={search} board={found.shown} />
      </Panel>
      <Answered of={found}>{(board) => <Board board={board} search={search} carried={carried} />}</Answered>
      <Rates from={from} to={to} />
    </div>
  )
}

function carriedOf(search: SearchState) {
  return {
    ...monthsOf(search),
    series: keyIn(COMPLAINT_SERIES, search.get('series')) ?? 'own',
    institutionId: search.get('institutionId'),
    product: search.get('product'),
  }
}

function Filters({ search, board }: { search: SearchState; board: ComplaintFigures | undefined }): ReactElement {
  const { get, set } = search
  const choices = (list: ComplaintFigures['institutions'] | undefined) =>
    (list ?? []).map(({ value, word }) => ({ value, label: word }))
  return (
    <div className="ap-filters">
      <Segmented
        aria-label="哪个系列"
        value={keyIn(COMPLAINT_SERIES, get('series')) ?? 'own'}
        options={choicesOf(COMPLAINT_SERIES)}
        onChange={(series) => {
          set({ series: String(series), institutionId: undefined, product: undefined })
        }}
      />
      <MonthRange search={search} />
      <Pick
        label="机构"
        value={get('institutionId')}
        choices={choices(board?.institutions)}
        width={180}
        onChange={(institutionId) => {
          set({ institutionId })
        }}
      />
      <Pick
        label="业务种类"
        value={get('product')}
        choices={choices(board?.products)}
        width={160}
        onChange={(product) => {
          set({ product })
        }}
      />
    </div>
  )
}

type BoardProps = { readonly board: ComplaintFigures; readonly search: SearchState; readonly carried: Carried }

function Board({ board, search, carried }: BoardProps): ReactElement {
  const dimension = keyIn(FIGURE_DIMENSIONS, search.get('by')) ?? 'causeGroup'
  const table = board.tables.find((one) => one.dimension === dimension)
  const most = Math.max(1, ...(table?.lines ?? []).map(({ figures }) => figures.received))
  const rows = (table?.lines ?? []).map((line) => ({ ...line, id: line.value }))
  if (board.total.received + board.total.repeated === 0) return <Empty>这段时间没有投诉。</Empty>
  return (
    <>
      <Panel title="合计">
        <ul className="cs-total" aria-label="合计">
          {(['received', ...SHOWN] as const).map((figure) => (
            <li key={figure}>
              <span>{FIGURES[figure]}</span>
              <strong>
                <FigureLink count={board.total[figure]} label={FIGURES[figure]} carried={carried} asked={{ figure }} />
              </strong>
              {figure === 'received' || figure === 'repeated' ? null : (
                <small>{percentText(shareBps(board.total[figure], board.total.received))}</small>
              )}
            </li>
          ))}
        </ul>
        <p className="ap-muted">
          并入另一件的重复投诉不计入“收到”；撤回和不属本公司的计入，另列。
          {board.countedUntil === null
            ? '全部实时统计。'
            : `${instantText(board.countedUntil)} 以前收到的每晚统计，以后收到的实时统计。`}
        </p>
      </Panel>
      <Panel flush>
        <div className="ap-filters">
          <Segmented
            aria-label="按什么分"
            value={dimension}
            options={board.tables.map(({ dimension: value, name: label }) => ({ value, label }))}
            onChange={(by) => {
              search.set({ by: String(by) })
            }}
          />
        </div>
        <DataTable
          label={`按${FIGURE_DIMENSIONS[dimension]}`}
          columns={columnsOf(dimension, board.total.received, most, carried)}
          rows={rows}
          empty={<Empty>没有可以分开的数字。</Empty>}
        />
      </Panel>
      <Times board={board} carried={carried} />
    </>
  )
}

type Line = ComplaintFigures['tables'][number]['lines'][number] & { readonly id: string }

function columnsOf(
  dimension: ComplaintFigures['tables'][number]['dimension'],
  total: number,
  most: number,
  carried: Carried,
): readonly Column<Line>[] {
  const figure = (name: Figure): Column<Line> => ({
    key: name,
    title: FIGURES[name],
    align: 'right',
    render: ({ word, value, figures }) => (
      <FigureLink
        count={figures[name]}
        label={`${word} ${FIGURES[name]}`}
        carried={carried}
        asked={{ figure: name, dimension, value }}
      />
    ),
  })
  return [
    {
      key: 'word',
      title: FIGURE_DIMENSIONS[dimension],
      render: ({ word, figures }) => (
        <span className="cs-line">
          {word}
          <span className="cs-bar" aria-hidden="true">
            <i style={{ inlineSize: `${(figures.received * 100) / most}%` }} />
          </span>
        </span>
      ),
    },
    figure('received'),
    {
      key: 'share',
      title: '占比',
      align: 'right',
      render: ({ figures }) => percentText(shareBps(figures.received, total)),
    },
    ...SHOWN.map(figure),
  ]
}

/** Filters of the payments list, in the address; the export takes the same (CLM-12). */
import { exportPayments } from '@anpei/contract/claims'
import { paymentLifecycle, type PaymentState } from '@anpei/domain/claims'
import type { Sent } from '@anpei/contract/kernel'
import { Button, Popover } from 'antd'
import type { ReactElement } from 'react'
import { useDownload } from '../../client/index.ts'
import {
  DayInput,
  FaultNote,
  Icon,
  Pick,
  saveFile,
  SearchField,
  stateChoices,
  type Choice,
  type SearchState,
} from '../../kit/index.ts'
import { today } from '../../kernel/index.ts'

const T = {
  state: '状态',
  q: '支付号、赔案号或姓名',
  batch: '批次号',
  made: '生成日期',
  paid: '到账日期',
  dates: '日期',
  from: '从',
  to: '到',
  export: '导出',
} as const
const states: readonly Choice<PaymentState>[] = stateChoices(paymentLifecycle)
const DAYS = ['madeFrom', 'madeTo', 'paidFrom', 'paidTo'] as const
const TEXTS = ['q', 'batchNo', ...DAYS] as const

export type PaymentQuery = NonNullable<Sent<typeof exportPayments>['query']>

export function paymentQuery(get: SearchState['get']): PaymentQuery {
  const state = states.find((one) => one.value === get('state'))?.value
  const texts = TEXTS.flatMap((name) => {
    const value = get(name)
    return value ? [[name, value] as const] : []
  })
  return { ...(state ? { state } : {}), ...Object.fromEntries(texts) }
}

export function PaymentFilters({ search }: { search: SearchState }): ReactElement {
  const { get, set } = search
  return (
    <div className="ap-filters" role="search" aria-label="筛选支付">
      <SearchField search={search} name="q" label={T.q} />
      <Pick
        label={T.state}
        value={states.find((one) => one.value === get('state'))?.value}
        choices={states}
        onChange={(next) => {
          set({ state: next })
        }}
      />
      <SearchField search={search} name="batchNo" label={T.batch} />
      <DatesPick search={search} />
      <ExportButton query={paymentQuery(get)} />
    </div>
  )
}

/** The days stand in a fold of their own, as on the claims list. */
function DatesPick({ search }: { search: SearchState }): ReactElement {
  const set = DAYS.filter((name) => search.get(name)).length
  const input = (label: string, name: string): ReactElement => (
    <label>
      {label}
      <DayInput
        value={search.get(name) ?? ''}
        onChange={(day) => {
          search.set({ [name]: day })
        }}
      />
    </label>
  )
  const span = (title: string, from: string, to: string): ReactElement => (
    <fieldset className="ap-span">
      <legend>{title}</legend>
      {input(T.from, from)}
      {input(T.to, to)}
    </fieldset>
  )
  const content = (
    <>
      {span(T.made, 'madeFrom', 'madeTo')}
      {span(T.paid, 'paidFrom', 'paidTo')}
    </>
  )
  return (
    <Popover trigger="click" placement="bottomLeft" content={content}>
      <Button icon={<Icon name="clock" />}>{set ? `${T.dates}（${set}）` : T.dates}</Button>
    </Popover>
  )
}

function ExportButton({ query }: { query: PaymentQuery }): ReactElement {
  const download = useDownload(exportPayments)
  return (
    <>
      <Button
        icon={<Icon name="download" />}
        loading={download.busy}
        onClick={() => {
          download.get({ query: { ...query, format: 'xlsx' } }, (file) => {
            saveFile(file, `支付-${today()}.xlsx`)
          })
        }}
      >
        {T.export}
      </Button>
      <FaultNote fault={download.fault} />
    </>
  )
}

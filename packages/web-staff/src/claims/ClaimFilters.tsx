/** Filters of the claims list; each change is written to the address at once. */
import { CLAIM_CLASSES, claimLifecycle, KIND_WORDS } from '@anpei/domain/claims'
import { Button, Input, Popover, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { choicesOf, DayInput, FoldedFilters, Icon, Pick, type Choice, clearable } from '../kit/index.ts'
import type { ListFilter } from './filter-url.ts'
import { useTowns } from './reference.ts'

type Change = Partial<Record<keyof ListFilter, string | undefined>>
type Props = { filter: ListFilter; onChange: (change: Change) => void; onReset: () => void }

const T = {
  q: '赔案号或姓名',
  state: '状态',
  class: '类型',
  kind: '理赔类别',
  owner: '负责人',
  overdue: '时效',
  undelivered: '函件',
  division: '镇街、村居',
  dates: '日期',
  accident: '出险日期',
  received: '收到日期',
  closed: '结案日期',
  from: '从',
  to: '到',
  sort: '排序',
  reset: '清空',
} as const

const states: readonly Choice[] = [
  { value: 'open', label: '全部未结' },
  ...Object.entries(claimLifecycle.states).map(([value, state]) => ({ value, label: state.zh })),
]
const owners: readonly Choice[] = [
  { value: 'me', label: '我负责的' },
  { value: 'none', label: '无人负责' },
]
const lateness: readonly Choice[] = [
  { value: 'true', label: '已超时' },
  { value: 'false', label: '未超时' },
]
const letters: readonly Choice[] = [
  { value: 'true', label: '有函件未送达' },
  { value: 'false', label: '函件均已送达' },
]
const sorts: readonly Choice[] = [
  { value: 'due', label: '最先到期' },
  { value: 'newest', label: '最新收到' },
  { value: 'oldest', label: '最早收到' },
]

export function ClaimFilters({ filter, onChange, onReset }: Props): ReactElement {
  return (
    <div className="ap-filters" role="search" aria-label="筛选赔案">
      <QueryInput
        key={filter.q ?? ''}
        value={filter.q ?? ''}
        onSet={(q) => {
          onChange({ q: q || undefined })
        }}
      />
      <FoldedFilters set={Object.keys(filter).filter((name) => name !== 'q' && name !== 'sort').length}>
        <CasePicks filter={filter} onChange={onChange} />
        <DivisionPick
          value={filter.division}
          onChange={(division) => {
            onChange({ division })
          }}
        />
        <DatesPick filter={filter} onChange={onChange} />
      </FoldedFilters>
      <Pick
        label={T.sort}
        value={filter.sort ?? 'due'}
        choices={sorts}
        onChange={(sort) => {
          onChange({ sort })
        }}
        width={112}
      />
      <Button type="text" onClick={onReset}>
        {T.reset}
      </Button>
    </div>
  )
}

/** What kind of case, where it stands, whose it is, whether it is late. */
function CasePicks({ filter, onChange }: Omit<Props, 'onReset'>): ReactElement {
  return (
    <>
      <Pick
        label={T.state}
        value={filter.state}
        choices={states}
        onChange={(state) => {
          onChange({ state })
        }}
        width={116}
      />
      <Pick
        label={T.kind}
        value={filter.kind}
        choices={choicesOf(KIND_WORDS)}
        onChange={(kind) => {
          onChange({ kind })
        }}
        width={112}
      />
      <Pick
        label={T.class}
        value={filter.class}
        choices={choicesOf(CLAIM_CLASSES)}
        width={92}
        onChange={(one) => {
          onChange({ class: one })
        }}
      />
      <Pick
        label={T.owner}
        value={filter.owner}
        choices={ownerChoices(filter.owner)}
        onChange={(owner) => {
          onChange({ owner })
        }}
        width={108}
      />
      <Pick
        label={T.overdue}
        value={filter.overdue}
        choices={lateness}
        width={96}
        onChange={(overdue) => {
          onChange({ overdue })
        }}
      />
      <Pick
        label={T.undelivered}
        value={filter.undelivered}
        choices={letters}
        width={132}
        onChange={(undelivered) => {
          onChange({ undelivered })
        }}
      />
    </>
  )
}

/** The board hands over one person's id; it is said in words, not shown. */
function ownerChoices(owner: string | undefined): readonly Choice[] {
  const known = owner === undefined || owners.some(({ value }) => value === owner)
  return known ? owners : [...owners, { value: owner, label: '指定的负责人' }]
}

function QueryInput({ value, onSet }: { value: string; onSet: (q: string) => void }): ReactElement {
  const [text, setText] = useState(value)
  return (
    <Input
      allowClear
      value={text}
      prefix={<Icon name="search" />}
      placeholder={T.q}
      aria-label={T.q}
      maxLength={60}
      onChange={(event) => {
        setText(event.target.value)
        if (event.target.value === '') onSet('')
      }}
      onPressEnter={() => {
        onSet(text.trim())
      }}
      onBlur={() => {
        if (text.trim() !== value) onSet(text.trim())
      }}
    />
  )
}

function DivisionPick(props: {
  value: string | undefined
  onChange: (code: string | undefined) => void
}): ReactElement {
  const towns = useTowns()
  const options = towns.flatMap((town) => [
    { value: town.code, label: town.name },
    ...town.villages.map((village) => ({ value: village.code, label: `${town.name} ${village.name}` })),
  ])
  return (
    <Select<string>
      className="ap-pick"
      allowClear={clearable}
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={T.division}
      placeholder={T.division}
      value={props.value ?? null}
      options={options}
      style={{ minWidth: 148 }}
      popupMatchSelectWidth={240}
      onChange={(code: string | undefined) => {
        props.onChange(code ?? undefined)
      }}
    />
  )
}

function DatesPick({ filter, onChange }: Omit<Props, 'onReset'>): ReactElement {
  const set = [
    filter.accidentFrom,
    filter.accidentTo,
    filter.receivedFrom,
    filter.receivedTo,
    filter.closedFrom,
    filter.closedTo,
  ].filter(Boolean).length
  const span = (
    title: string,
    from: 'accidentFrom' | 'receivedFrom' | 'closedFrom',
    to: 'accidentTo' | 'receivedTo' | 'closedTo',
  ): ReactElement => (
    <fieldset className="ap-span">
      <legend>{title}</legend>
      <label>
        {T.from}
        <DayInput
          value={filter[from] ?? ''}
          onChange={(day) => {
            onChange({ [from]: day || undefined })
          }}
        />
      </label>
      <label>
        {T.to}
        <DayInput
          value={filter[to] ?? ''}
          onChange={(day) => {
            onChange({ [to]: day || undefined })
          }}
        />
      </label>
    </fieldset>
  )
  const content = (
    <>
      {span(T.accident, 'accidentFrom', 'accidentTo')}
      {span(T.received, 'receivedFrom', 'receivedTo')}
      {span(T.closed, 'closedFrom', 'closedTo')}
    </>
  )
  return (
    <Popover trigger="click" placement="bottomLeft" content={content}>
      <Button icon={<Icon name="clock" />}>{set ? `${T.dates}（${set}）` : T.dates}</Button>
    </Popover>
  )
}

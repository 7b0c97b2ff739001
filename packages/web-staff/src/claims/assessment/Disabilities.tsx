/** Disability items by JR/T 0083: searched by code or words; the grade follows from the item (PRG-02). */
import { Button, Input, InputNumber, Select } from 'antd'
import type { ReactElement } from 'react'
import { DayInput, Icon, Panel, clearable } from '../../kit/index.ts'
import { today } from '../../kernel/index.ts'
import { emptyDisability, type DisabilityDraft } from './assessment-draft.ts'
import { useStandardItems } from '../reference.ts'

const T = {
  title: '伤残',
  add: '加一项伤残',
  remove: '去掉这项伤残',
  item: 'JR/T 0083 条目',
  itemHelp: '编号或文字，例如：视力、7.3',
  grade: '等级',
  part: '部位',
  nature: '性质',
  assessed: '评定日期',
  none: '没有伤残。',
  partHelp: '例如：双手',
  natureHelp: '例如：缺失、功能障碍',
} as const

type Props = { rows: readonly DisabilityDraft[]; onChange: (rows: readonly DisabilityDraft[]) => void }

export function Disabilities({ rows, onChange }: Props): ReactElement {
  const items = useStandardItems()
  const add = (
    <Button
      size="small"
      icon={<Icon name="plus" size={14} />}
      onClick={() => {
        onChange([...rows, emptyDisability])
      }}
    >
      {T.add}
    </Button>
  )
  return (
    <Panel title={T.title} acts={add}>
      {rows.length === 0 ? <p className="ap-muted">{T.none}</p> : null}
      {rows.map((row, index) => (
        <DisabilityLine
          key={index}
          no={index + 1}
          row={row}
          items={items}
          onChange={(part) => {
            onChange(rows.map((one, at) => (at === index ? { ...one, ...part } : one)))
          }}
          onRemove={() => {
            onChange(rows.filter((_, at) => at !== index))
          }}
        />
      ))}
    </Panel>
  )
}

type LineProps = {
  readonly no: number
  readonly row: DisabilityDraft
  readonly items: ReturnType<typeof useStandardItems>
  readonly onChange: (part: Partial<DisabilityDraft>) => void
  readonly onRemove: () => void
}

function DisabilityLine({ no, row, items, onChange, onRemove }: LineProps): ReactElement {
  const choose = (id: string | undefined): void => {
    onChange({ item: id ?? null, grade: items.find((item) => item.id === id)?.grade ?? null })
  }
  return (
    <fieldset className="ap-lines">
      <legend className="ap-sr">
        {T.title} {no}
      </legend>
      <ItemPick value={row.item} items={items} onChoose={choose} />
      <label>
        {T.grade}
        <InputNumber
          min={1}
          max={10}
          precision={0}
          value={row.grade}
          onChange={(grade) => {
            onChange({ grade })
          }}
        />
      </label>
      <label>
        {T.part}
        <Input
          value={row.part}
          maxLength={60}
          placeholder={T.partHelp}
          onChange={(event) => {
            onChange({ part: event.target.value })
          }}
        />
      </label>
      <label>
        {T.nature}
        <Input
          value={row.nature}
          maxLength={60}
          placeholder={T.natureHelp}
          onChange={(event) => {
            onChange({ nature: event.target.value })
          }}
        />
      </label>
      <label>
        {T.assessed}
        <DayInput
          value={row.assessedOn}
          max={today()}
          onChange={(assessedOn) => {
            onChange({ assessedOn })
          }}
        />
      </label>
      <Button
        type="text"
        aria-label={`${T.remove} ${no}`}
        icon={<Icon name="cross" />}
        onClick={() => {
          onRemove()
        }}
      />
    </fieldset>
  )
}

type ItemProps = {
  readonly value: string | null
  readonly items: LineProps['items']
  readonly onChoose: (id: string | undefined) => void
}

function ItemPick({ value, items, onChoose }: ItemProps): ReactElement {
  const options = items.map((item) => ({ value: item.id, label: `${item.id}　${item.grade} 级　${item.text}` }))
  return (
    <label className="ap-grow ap-full">
      {T.item}
      <Select<string>
        allowClear={clearable}
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        options={options}
        placeholder={T.itemHelp}
        popupMatchSelectWidth={false}
        onChange={onChoose}
      />
    </label>
  )
}

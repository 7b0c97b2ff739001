/** Disability items by JR/T 0083: searched by code or words; the grade follows from the item (PRG-02). */
import { Button, Input, InputNumber, Select } from 'antd'
import type { ReactElement } from 'react'
import { DayInput, Icon, Panel } from '../kit/index.ts'
import { today } from '../kernel/index.ts'
import { emptyDisability, type DisabilityDraft } from './assessment-draft.ts'
import { useStandardItems } from './reference.ts'

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
  const options = items.map((item) => ({ value: item.id, label: `${item.id}　${item.grade} 级　${item.text}` }))
  const set = (at: number, part: Partial<DisabilityDraft>): void => {
    onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))
  }
  const choose = (at: number, id: string | undefined): void => {
    set(at, { item: id ?? null, grade: items.find((item) => item.id === id)?.grade ?? null })
  }
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
        <fieldset key={index} className="ap-lines">
          <legend className="ap-sr">
            {T.title} {index + 1}
          </legend>
          <label className="ap-grow ap-full">
            {T.item}
            <Select<string>
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              value={row.item}
              options={options}
              placeholder={T.itemHelp}
              popupMatchSelectWidth={false}
              onChange={(id: string | undefined) => {
                choose(index, id)
              }}
            />
          </label>
          <label>
            {T.grade}
            <InputNumber
              min={1}
              max={10}
              precision={0}
              value={row.grade}
              onChange={(grade) => {
                set(index, { grade })
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
                set(index, { part: event.target.value })
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
                set(index, { nature: event.target.value })
              }}
            />
          </label>
          <label>
            {T.assessed}
            <DayInput
              value={row.assessedOn}
              max={today()}
              onChange={(assessedOn) => {
                set(index, { assessedOn })
              }}
            />
          </label>
          <Button
            type="text"
            aria-label={`${T.remove} ${index + 1}`}
            icon={<Icon name="cross" />}
            onClick={() => {
              onChange(rows.filter((_, other) => other !== index))
            }}
          />
        </fieldset>
      ))}
    </Panel>
  )
}

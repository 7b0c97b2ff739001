/** Hospital stays: each with days and the level of the hospital on the day. */
import { Button, Checkbox, Input, Select } from 'antd'
import { isDay } from '@anpei/domain/kernel'
import type { ReactElement } from 'react'
import { DayInput, Icon, Panel, clearable } from '../../kit/index.ts'
import { today } from '../../kernel/index.ts'
import { HospitalPick } from './HospitalPick.tsx'
import { emptyStay, type StayDraft } from './assessment-draft.ts'

const T = {
  title: '住院',
  add: '加一次住院',
  remove: '去掉这次住院',
  hospital: '医院',
  from: '入院',
  to: '出院',
  level: '医院等级',
  recognised: '经认可的其他医院',
  none: '没有住院。',
  reason: '与目录不同的原因',
  reasonHint: '等级按医院目录时不用填',
} as const
const LEVELS = [
  { value: 1, label: '一级' },
  { value: 2, label: '二级' },
  { value: 3, label: '三级' },
] as const

export function Stays({
  stays,
  onChange,
}: {
  stays: readonly StayDraft[]
  onChange: (stays: readonly StayDraft[]) => void
}): ReactElement {
  const add = (
    <Button
      size="small"
      icon={<Icon name="plus" size={14} />}
      onClick={() => {
        onChange([...stays, emptyStay])
      }}
    >
      {T.add}
    </Button>
  )
  return (
    <Panel title={T.title} acts={add}>
      {stays.length === 0 ? <p className="ap-muted">{T.none}</p> : null}
      {stays.map((stay, index) => (
        <StayLine
          key={index}
          no={index + 1}
          stay={stay}
          onChange={(part) => {
            onChange(stays.map((one, at) => (at === index ? { ...one, ...part } : one)))
          }}
          onRemove={() => {
            onChange(stays.filter((_, at) => at !== index))
          }}
        />
      ))}
    </Panel>
  )
}

type LineProps = {
  readonly no: number
  readonly stay: StayDraft
  readonly onChange: (part: Partial<StayDraft>) => void
  readonly onRemove: () => void
}

function StayLine({ no, stay, onChange, onRemove }: LineProps): ReactElement {
  return (
    <fieldset className="ap-lines">
      <legend className="ap-sr">
        {T.title} {no}
      </legend>
      <label>
        {T.from}
        <DayInput
          value={stay.admittedOn}
          max={today()}
          onChange={(admittedOn) => {
            onChange({ admittedOn })
          }}
        />
      </label>
      <label>
        {T.to}
        <DayInput
          value={stay.dischargedOn}
          max={today()}
          onChange={(dischargedOn) => {
            onChange({ dischargedOn })
          }}
        />
      </label>
      <label>
        {T.level}
        <Select<1 | 2 | 3>
          allowClear={clearable}
          value={stay.hospitalLevel}
          options={[...LEVELS]}
          placeholder="不明"
          onChange={(level: 1 | 2 | 3 | undefined) => {
            onChange({ hospitalLevel: level ?? null })
          }}
        />
      </label>
      <HospitalFields stay={stay} onChange={onChange} />
      <Checkbox
        checked={stay.recognised}
        onChange={(event) => {
          onChange({ recognised: event.target.checked })
        }}
      >
        {T.recognised}
      </Checkbox>
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

function HospitalFields({ stay, onChange }: Pick<LineProps, 'stay' | 'onChange'>): ReactElement {
  return (
    <>
      <label className="ap-grow">
        {T.hospital}
        <HospitalPick
          hospital={stay.hospital}
          admittedOn={isDay(stay.admittedOn) ? stay.admittedOn : today()}
          onChange={(part) => {
            onChange({ levelReason: '', ...part })
          }}
        />
      </label>
      {stay.hospital === '' ? null : (
        <label className="ap-grow">
          {T.reason}
          <Input
            value={stay.levelReason}
            maxLength={300}
            placeholder={T.reasonHint}
            onChange={(event) => {
              onChange({ levelReason: event.target.value })
            }}
          />
        </label>
      )}
    </>
  )
}

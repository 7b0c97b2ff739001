/**
 * Examples of a draft (PRG-01): what happened and what it must come to by hand; the check says where the calculation
 * differs.
 */
import { Button, InputNumber, Select } from 'antd'
import type { ReactElement } from 'react'
import { ActMenu, DayInput } from '../../kit/index.ts'
import { listAt, textAt, valueAt, withItemAt, withValue, type Data, type Path } from './definition.ts'
import { exampleOf } from './example-of.ts'
import { FoundHere, Labelled, OneOfList, TextField, type DraftProps } from './fields.tsx'
import { CLAIM_KIND_WORDS, OUTCOMES, VEHICLES } from './parameters.ts'

const OTHER_VEHICLES = { none: '没有乘坐', private: '私家车', undecided: '有待认定' }
const LEVELS = { min: 1, max: 3 }
const GRADES = { min: 1, max: 10 }

export function ExampleFields(props: DraftProps): ReactElement {
  const { draft, onDraft, found } = props
  return (
    <section className="ap-stack">
      <h3>例子</h3>
      <FoundHere findings={found.get('examples')} />
      {listAt(draft, ['examples']).map((example, index) => (
        <OneOfList key={index} {...props} list={['examples']} index={index} title={textAt(example, ['name'])}>
          <div className="pg-numbers">
            <TextField {...props} at={['examples', index, 'name']} label="名称" />
            <Happened {...props} at={['examples', index, 'input']} />
            <Expected {...props} at={['examples', index, 'expect']} />
          </div>
        </OneOfList>
      ))}
      <span>
        <ActMenu
          items={kindsOf(draft).map((key) => ({ key, label: CLAIM_KIND_WORDS[key] }))}
          onAct={(kind) => {
            onDraft(withItemAt(draft, ['examples'], exampleOf(draft, kind)))
          }}
        >
          <Button>加一个例子</Button>
        </ActMenu>
      </span>
    </section>
  )
}

/** Kinds of cases that something is paid for by a rule. */
function kindsOf(draft: Data): string[] {
  const benefits = listAt(draft, ['benefits']).filter((one) => textAt(one, ['kind']) !== 'reimbursement')
  const kinds = benefits.map((one) =>
    textAt(one, ['kind']) === 'transport' ? 'transport_death' : textAt(one, ['claimKind']),
  )
  return [...new Set(kinds)]
}

function Happened({ at, ...props }: DraftProps & { at: Path }): ReactElement {
  const { draft } = props
  const input = valueAt(draft, at)
  const isDeath = textAt(input, ['kind']) === 'death'
  return (
    <>
      <DayField {...props} at={[...at, 'accidentOn']} label="出险日" />
      {isDeath ? <DayField {...props} at={[...at, 'deathOn']} label="身故日" /> : null}
      {isDeath ? <VehicleField {...props} at={[...at, 'vehicle']} /> : null}
      {listAt(input, ['stays']).flatMap((_, index) => [
        <DayField key={`a${index}`} {...props} at={[...at, 'stays', index, 'admittedOn']} label="入院日" />,
        <DayField key={`d${index}`} {...props} at={[...at, 'stays', index, 'dischargedOn']} label="出院日" />,
        <RankField
          key={`l${index}`}
          {...props}
          at={[...at, 'stays', index, 'hospitalLevel']}
          label="医院等级"
          {...LEVELS}
        />,
      ])}
      {listAt(input, ['disabilities']).map((one, index) =>
        typeof valueAt(one, ['grade']) === 'number' ? (
          <RankField key={index} {...props} at={[...at, 'disabilities', index, 'grade']} label="伤残等级" {...GRADES} />
        ) : null,
      )}
    </>
  )
}

function DayField({ draft, onDraft, at, label }: DraftProps & { at: Path; label: string }): ReactElement {
  return (
    <Labelled label={label}>
      <DayInput
        value={textAt(draft, at)}
        onChange={(day) => {
          onDraft(withValue(draft, at, day))
        }}
      />
    </Labelled>
  )
}

type RankProps = DraftProps & { at: Path; label: string; min: number; max: number }

function RankField({ draft, onDraft, at, label, min, max }: RankProps): ReactElement {
  const rank = valueAt(draft, at)
  return (
    <Labelled label={label}>
      <InputNumber<number>
        min={min}
        max={max}
        precision={0}
        suffix="级"
        aria-label={label}
        style={{ width: '100%' }}
        value={typeof rank === 'number' ? rank : null}
        onChange={(next) => {
          onDraft(withValue(draft, at, next ?? min))
        }}
      />
    </Labelled>
  )
}

function VehicleField({ draft, onDraft, at }: DraftProps & { at: Path }): ReactElement {
  return (
    <Labelled label="乘坐的交通工具">
      <Select<string>
        aria-label="乘坐的交通工具"
        value={textAt(draft, at)}
        options={Object.entries({ ...OTHER_VEHICLES, ...VEHICLES }).map(([value, label]) => ({ value, label }))}
        onChange={(vehicle) => {
          onDraft(withValue(draft, at, vehicle))
        }}
      />
    </Labelled>
  )
}

/** Reasons belong to the outcome they were written with. */
function Expected({ draft, onDraft, at }: DraftProps & { at: Path }): ReactElement {
  const fen = valueAt(draft, [...at, 'payableFen'])
  return (
    <>
      <Labelled label="应当得出">
        <Select<string>
          aria-label="应当得出"
          value={textAt(draft, [...at, 'outcome'])}
          options={Object.entries(OUTCOMES).map(([value, label]) => ({ value, label }))}
          onChange={(outcome) => {
            onDraft(withValue(withValue(draft, [...at, 'outcome'], outcome), [...at, 'reasons'], []))
          }}
        />
      </Labelled>
      <Labelled label="应付">
        <InputNumber<number>
          min={0}
          suffix="元"
          aria-label="应付"
          style={{ width: '100%' }}
          value={typeof fen === 'number' ? fen / 100 : null}
          onChange={(next) => {
            onDraft(withValue(draft, [...at, 'payableFen'], Math.round((next ?? 0) * 100)))
          }}
        />
      </Labelled>
    </>
  )
}

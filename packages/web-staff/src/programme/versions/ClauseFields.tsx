/** Exclusions, promises and notes of a draft, each with what is wrong with it beside it (PRG-01, PRG-09). */
import { Button, Input, InputNumber, Select, Switch } from 'antd'
import type { ReactElement } from 'react'
import { ActMenu, freeCode } from '../../kit/index.ts'
import { listAt, textAt, valueAt, withItemAt, withValue, type Path } from './definition.ts'
import { AreaField, FoundHere, Labelled, OneOfList, TextField, type DraftProps } from './fields.tsx'
import { EFFECTS, EXCLUSIONS, SUBJECTS, UNITS } from './parameters.ts'

const OTHER = 'other'

export function ExclusionFields(props: DraftProps): ReactElement {
  const { draft, onDraft, found } = props
  const held = listAt(draft, ['exclusions'])
  const codes = new Set(held.map((one) => textAt(one, ['code'])))
  const free = Object.entries(EXCLUSIONS).filter(([code]) => !codes.has(code))
  const add = (code: string): void => {
    const known = EXCLUSIONS[code] ?? { title: '', effect: 'manual' }
    const benefits = listAt(draft, ['benefits']).map((one) => textAt(one, ['code']))
    const item = {
      code: code === OTHER ? freeCode('own_', codes) : code,
      ...known,
      appliesTo: benefits,
      explanationProof: '',
      source: '',
    }
    onDraft(withItemAt(draft, ['exclusions'], item))
  }
  return (
    <section className="ap-stack">
      <h3>责任免除</h3>
      <FoundHere findings={found.get('exclusions')} />
      {held.map((one, index) => (
        <OneOfList key={index} {...props} list={['exclusions']} index={index} title={textAt(one, ['title']) || '其他'}>
          <OneExclusion {...props} at={['exclusions', index]} />
        </OneOfList>
      ))}
      <span>
        <ActMenu
          items={[
            ...free.map(([key, { title }]) => ({ key, label: title })),
            { key: OTHER, label: '其他，名称自己写' },
          ]}
          onAct={add}
        >
          <Button>加一项免责</Button>
        </ActMenu>
      </span>
    </section>
  )
}

function OneExclusion({ at, ...props }: DraftProps & { at: Path }): ReactElement {
  const { draft, onDraft } = props
  const benefits = listAt(draft, ['benefits']).map((one) => ({
    value: textAt(one, ['code']),
    label: textAt(one, ['title']),
  }))
  return (
    <div className="pg-numbers">
      <TextField {...props} at={[...at, 'title']} label="名称" />
      <PickField {...props} at={[...at, 'effect']} label="处理" words={EFFECTS} />
      <Labelled label="适用于">
        <Select<string[]>
          mode="multiple"
          aria-label="适用于"
          value={listAt(draft, [...at, 'appliesTo']).map(String)}
          options={benefits}
          onChange={(next) => {
            onDraft(withValue(draft, [...at, 'appliesTo'], next))
          }}
        />
      </Labelled>
      <AreaField {...props} at={[...at, 'explanationProof']} label="提示和说明的证据" />
      <AreaField {...props} at={[...at, 'source']} label="出处" />
    </div>
  )
}

type PickProps = DraftProps & { at: Path; label: string; words: Readonly<Record<string, string>> }

function PickField({ draft, onDraft, at, label, words }: PickProps): ReactElement {
  return (
    <Labelled label={label}>
      <Select<string>
        aria-label={label}
        value={textAt(draft, at)}
        options={Object.entries(words).map(([value, word]) => ({ value, label: word }))}
        onChange={(next) => {
          onDraft(withValue(draft, at, next))
        }}
      />
    </Labelled>
  )
}

export function PromiseFields(props: DraftProps): ReactElement {
  const { draft, onDraft, found } = props
  const held = listAt(draft, ['promises'])
  const add = (subject: string): void => {
    const codes = new Set(held.map((one) => textAt(one, ['code'])))
    const title = SUBJECTS[subject]?.title ?? ''
    const code = freeCode('p', codes)
    const item = { code, title, subject, days: 3, unit: 'workingDay', cappedBy: null, source: '' }
    onDraft(withItemAt(draft, ['promises'], item))
  }
  return (
    <section className="ap-stack">
      <h3>服务承诺</h3>
      <FoundHere findings={found.get('promises')} />
      {held.map((one, index) => (
        <OneOfList key={index} {...props} list={['promises']} index={index} title={textAt(one, ['title']) || '承诺'}>
          <OnePromise {...props} at={['promises', index]} />
        </OneOfList>
      ))}
      <span>
        <ActMenu items={Object.entries(SUBJECTS).map(([key, { title }]) => ({ key, label: title }))} onAct={add}>
          <Button>加一项承诺</Button>
        </ActMenu>
      </span>
    </section>
  )
}

function OnePromise({ at, ...props }: DraftProps & { at: Path }): ReactElement {
  const { draft, onDraft } = props
  const days = valueAt(draft, [...at, 'days'])
  const law = SUBJECTS[textAt(draft, [...at, 'subject'])]?.law ?? null
  return (
    <div className="pg-numbers">
      <TextField {...props} at={[...at, 'title']} label="名称" />
      <Labelled label="时限">
        <span className="ap-row">
          <InputNumber<number>
            min={1}
            max={3660}
            precision={0}
            aria-label="时限"
            value={typeof days === 'number' ? days : null}
            onChange={(next) => {
              onDraft(withValue(draft, [...at, 'days'], next ?? 1))
            }}
          />
          <Select<string>
            aria-label="时限的单位"
            value={textAt(draft, [...at, 'unit'])}
            options={Object.entries(UNITS).map(([value, label]) => ({ value, label }))}
            onChange={(next) => {
              onDraft(withValue(draft, [...at, 'unit'], next))
            }}
          />
        </span>
      </Labelled>
      <Labelled label="同时计法定时限，先到的为准">
        <span>
          <Switch
            checked={valueAt(draft, [...at, 'cappedBy']) !== null}
            checkedChildren="是"
            unCheckedChildren="否"
            aria-label="同时计法定时限，先到的为准"
            onChange={(on) => {
              onDraft(withValue(draft, [...at, 'cappedBy'], on ? law : null))
            }}
          />
        </span>
      </Labelled>
      <AreaField {...props} at={[...at, 'source']} label="出处" />
    </div>
  )
}

/** Printed for customers: one sentence each. */
export function NoteFields(props: DraftProps): ReactElement {
  const { draft, onDraft, found } = props
  return (
    <section className="ap-stack">
      <h3>说明（给客户看）</h3>
      <FoundHere findings={found.get('notes')} />
      {listAt(draft, ['notes']).map((note, index) => (
        <OneOfList key={index} {...props} list={['notes']} index={index} title={`说明 ${index + 1}`}>
          <Input.TextArea
            autoSize
            aria-label={`说明 ${index + 1}`}
            value={String(note)}
            onChange={(event) => {
              onDraft(withValue(draft, ['notes', index], event.target.value))
            }}
          />
        </OneOfList>
      ))}
      <span>
        <Button
          onClick={() => {
            onDraft(withItemAt(draft, ['notes'], ''))
          }}
        >
          加一条说明
        </Button>
      </span>
    </section>
  )
}

/** The fields a draft is edited with, and what was found beside the place it was found at. */
import { Button, Input, InputNumber } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { Tag } from '../../kit/index.ts'
import { textAt, valueAt, withoutItemAt, withValue, type Data, type Path } from './definition.ts'
import type { DraftFinding, Places } from './draft-findings.ts'
import { NUMBERS } from './parameters.ts'

export type DraftProps = {
  readonly draft: Data
  readonly onDraft: (draft: Data) => void
  readonly found: Places
}

export function TextField({ draft, onDraft, at, label }: DraftProps & { at: Path; label: string }): ReactElement {
  return (
    <Labelled label={label}>
      <Input
        aria-label={label}
        value={textAt(draft, at)}
        onChange={(event) => {
          onDraft(withValue(draft, at, event.target.value))
        }}
      />
    </Labelled>
  )
}

type NumberProps = DraftProps & { at: Path; sources?: Path; title?: string | undefined; unit?: string }

export function NumberField({ draft, onDraft, at, sources, title, unit }: NumberProps): ReactElement {
  const name = String(at.at(-1) ?? '')
  const known = NUMBERS[name]
  const label = title ?? known?.title ?? name
  const counted = unit ?? known?.unit ?? ''
  const scale = counted === 'yuan' || counted === '‱' ? 100 : 1
  const value = valueAt(draft, at)
  const shownUnit = counted === 'yuan' ? '元' : counted === '‱' ? '%' : counted
  return (
    <Labelled label={label}>
      <InputNumber<number>
        min={0}
        value={typeof value === 'number' ? value / scale : null}
        suffix={shownUnit}
        aria-label={label}
        style={{ width: '100%' }}
        onChange={(next) => {
          onDraft(withValue(draft, at, Math.round((next ?? 0) * scale)))
        }}
      />
      {sources ? (
        <Input.TextArea
          size="small"
          autoSize
          aria-label={`${label}的出处`}
          placeholder="出处条款（必填）"
          value={textAt(draft, sources)}
          onChange={(event) => {
            onDraft(withValue(draft, sources, event.target.value))
          }}
        />
      ) : null}
    </Labelled>
  )
}

export function Labelled({ label, children }: { label: string | undefined; children: ReactNode }): ReactElement {
  return (
    <div className="pg-labelled">
      <span className="ap-muted ap-small">{label}</span>
      {children}
    </div>
  )
}

type AreaProps = DraftProps & { at: Path; label: string; hint?: string }

/** A text of more than a line. */
export function AreaField({ draft, onDraft, at, label, hint }: AreaProps): ReactElement {
  return (
    <Labelled label={label}>
      <Input.TextArea
        autoSize
        aria-label={label}
        placeholder={hint ?? ''}
        value={textAt(draft, at)}
        onChange={(event) => {
          onDraft(withValue(draft, at, event.target.value))
        }}
      />
    </Labelled>
  )
}

export function FoundHere({ findings }: { findings: readonly DraftFinding[] | undefined }): ReactElement | null {
  if (findings === undefined || findings.length === 0) return null
  return (
    <ul className="pg-notes">
      {findings.map(({ severity, text }) => (
        <li key={text}>
          {severity === 'error' ? (
            <Tag tone="red" icon="cross">
              错误
            </Tag>
          ) : (
            <Tag tone="amber" icon="alert">
              提醒
            </Tag>
          )}
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}

type ItemProps = DraftProps & { list: Path; index: number; title: string; children: ReactNode }

/** One of a list: what is wrong with it, its fields, and the way to strike it. */
export function OneOfList({ draft, onDraft, found, list, index, title, children }: ItemProps): ReactElement {
  return (
    <section className="pg-benefit">
      <h3 className="ap-row">
        {title}
        <Button
          size="small"
          aria-label={`删去：${title}`}
          onClick={() => {
            onDraft(withoutItemAt(draft, list, index))
          }}
        >
          删去
        </Button>
      </h3>
      <FoundHere findings={found.get([...list, index].join('.'))} />
      {children}
    </section>
  )
}

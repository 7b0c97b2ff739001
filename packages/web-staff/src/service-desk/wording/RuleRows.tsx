/** The rows of the rules of wording: the words a rule looks for and what it says (SRV-10). */
import { Button, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { Icon } from '../../kit/index.ts'

type Row = { readonly say: string; readonly term?: string }

type ListProps<R extends Row> = {
  readonly rows: readonly R[]
  readonly locked: boolean
  /** An empty one. */
  readonly fresh: R
  readonly add: string
  readonly wordsLabel: string
  readonly wordsOf: (row: R) => readonly string[]
  readonly withWords: (row: R, words: string[]) => R
  readonly onChange: (rows: R[]) => void
}

export function RuleList<R extends Row>(props: ListProps<R>): ReactElement {
  const { rows, locked, onChange } = props
  const change = (at: number, row: R | null): void => {
    onChange(rows.flatMap((one, index) => (index === at ? (row ?? []) : one)))
  }
  return (
    <div className="dk-rules">
      {rows.map((row, at) => (
        <div key={at} className="dk-rule" data-term={row.term === undefined ? undefined : 'yes'}>
          {row.term === undefined ? null : (
            <Input
              aria-label="专业词"
              placeholder="专业词"
              maxLength={20}
              disabled={locked}
              value={row.term}
              onChange={(event) => change(at, { ...row, term: event.target.value.trim() })}
            />
          )}
          <Words
            label={props.wordsLabel}
            words={props.wordsOf(row)}
            locked={locked}
            onChange={(words) => change(at, props.withWords(row, words))}
          />
          <Say say={row.say} locked={locked} onChange={(say) => change(at, { ...row, say })} />
          {locked ? null : (
            <Button type="text" aria-label="去掉这一条" icon={<Icon name="cross" />} onClick={() => change(at, null)} />
          )}
        </div>
      ))}
      {locked ? null : (
        <span>
          <Button icon={<Icon name="plus" />} onClick={() => onChange([...rows, props.fresh])}>
            {props.add}
          </Button>
        </span>
      )}
    </div>
  )
}

type OneProps<R extends { readonly say: string; readonly words?: string[] }> = {
  readonly name: string
  readonly row: R
  readonly locked: boolean
  readonly onChange: (row: R) => void
}

export function OneRule<R extends { readonly say: string; readonly words?: string[] }>(
  props: OneProps<R>,
): ReactElement {
  const { name, row, locked, onChange } = props
  return (
    <div className="dk-rule">
      <b>{name}</b>
      {row.words === undefined ? (
        <span className="ap-muted">固定查验，只改提示的话</span>
      ) : (
        <Words
          label={`${name}：查这些话`}
          words={row.words}
          locked={locked}
          onChange={(words) => onChange({ ...row, words })}
        />
      )}
      <Say say={row.say} locked={locked} onChange={(say) => onChange({ ...row, say })} />
    </div>
  )
}

type WordsProps = {
  readonly label: string
  readonly words: readonly string[]
  readonly locked: boolean
  readonly onChange: (words: string[]) => void
}

function Words({ label, words, locked, onChange }: WordsProps): ReactElement {
  return (
    <Select
      mode="tags"
      aria-label={label}
      placeholder={label}
      open={false}
      disabled={locked}
      value={[...words]}
      tokenSeparators={[' ', '，', ',', '、']}
      onChange={onChange}
    />
  )
}

function Say({
  say,
  locked,
  onChange,
}: {
  say: string
  locked: boolean
  onChange: (say: string) => void
}): ReactElement {
  return (
    <Input
      aria-label="提示的话"
      placeholder="提示的话"
      maxLength={120}
      disabled={locked}
      value={say}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

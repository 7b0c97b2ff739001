/** Words of the source and what they mean here; what stays without one is kept and shown in its own word (CMP-13). */
import type { HistoryImportView, HistoryMapping } from '@anpei/contract/complaints'
import { CAUSES, OUTCOMES, wordKey } from '@anpei/domain/complaints'
import { Button, Select } from 'antd'
import type { ReactElement } from 'react'
import { choicesOf, Panel, Tag, type Choice, clearable } from '../../kit/index.ts'

type Props = { one: HistoryImportView; mapping: HistoryMapping; onMapping: (mapping: HistoryMapping) => void }
const CAUSE_CHOICES = choicesOf(words(CAUSES))
const OUTCOME_CHOICES = choicesOf(OUTCOMES)

function words<K extends string>(defs: Readonly<Record<K, { readonly zh: string }>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries<{ readonly zh: string }>(defs).map(([name, { zh }]) => [name, zh]))
}

export function WordTables({ one, mapping, onMapping }: Props): ReactElement | null {
  const { unmappedReasons, unmappedOutcomes } = one
  if (one.state === 'uploaded') return null
  const setReasons = (reasons: Readonly<Record<string, string | undefined>>): void => {
    onMapping({ ...mapping, reasons: onlyOf(CAUSES, { ...mapping.reasons, ...reasons }) })
  }
  const setOutcomes = (outcomes: Readonly<Record<string, string | undefined>>): void => {
    onMapping({ ...mapping, outcomes: onlyOf(OUTCOMES, { ...mapping.outcomes, ...outcomes }) })
  }
  return (
    <>
      <Table
        title="事由用词"
        found={unmappedReasons}
        known={mapping.reasons}
        choices={CAUSE_CHOICES}
        onSet={setReasons}
      />
      <Table
        title="结果用词"
        found={unmappedOutcomes}
        known={mapping.outcomes}
        choices={OUTCOME_CHOICES}
        onSet={setOutcomes}
      />
    </>
  )
}

/** Entries whose meaning is one of ours. */
function onlyOf<K extends string>(
  defs: Readonly<Record<K, unknown>>,
  entries: Readonly<Record<string, string | undefined>>,
): Record<string, K> {
  const found: Record<string, K> = {}
  for (const [word, meaning] of Object.entries(entries)) {
    for (const name in defs) if (name === meaning) found[word] = name
  }
  return found
}

type TableProps = {
  title: string
  found: readonly { word: string; count: number; guess: string | null }[]
  known: Readonly<Record<string, string>>
  choices: readonly Choice[]
  onSet: (entries: Readonly<Record<string, string | undefined>>) => void
}

function Table({ title, found, known, choices, onSet }: TableProps): ReactElement {
  const taken = Object.keys(known).filter((key) => !found.some((one) => wordKey(one.word) === key))
  const guesses = found.flatMap(({ word, guess }) => (guess && !known[wordKey(word)] ? [[wordKey(word), guess]] : []))
  return (
    <Panel
      title={`${title}：没有对应的 ${found.length} 个`}
      acts={
        guesses.length > 0 ? (
          <Button
            size="small"
            onClick={() => {
              onSet(Object.fromEntries(guesses))
            }}
          >
            采用建议 {guesses.length} 个
          </Button>
        ) : null
      }
    >
      <p className="ap-muted ap-small">不对应的保留来源用词，照样导入和统计。改过以后再试一次。</p>
      <div className="cm-words-map">
        {found.map(({ word, count }) => (
          <label key={word}>
            <span>
              {word} <small className="ap-muted">{count.toLocaleString('en-US')} 件</small>
            </span>
            <Select
              allowClear={clearable}
              aria-label={word}
              placeholder="保留来源用词"
              value={known[wordKey(word)] ?? null}
              options={[...choices]}
              onChange={(meaning: string | undefined) => {
                onSet({ [wordKey(word)]: meaning })
              }}
            />
          </label>
        ))}
      </div>
      {taken.length > 0 ? (
        <p className="ap-row">
          已对应：
          {taken.slice(0, 40).map((key) => (
            <Tag key={key} tone="green">
              {key} → {choices.find((one) => one.value === known[key])?.label}
            </Tag>
          ))}
        </p>
      ) : null}
    </Panel>
  )
}

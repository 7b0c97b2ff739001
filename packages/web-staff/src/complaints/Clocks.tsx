/** Limits of law and our own promises side by side, each with why it is due then (CMP-09, SLA §2 rule 20). */
import type { ClockShown } from '@anpei/contract/complaints'
import { RUN_STATE_WORDS } from '@anpei/domain/sla'
import type { ReactElement } from 'react'
import { keyIn, Panel, Tag } from '../kit/index.ts'

export function Clocks({ clocks }: { clocks: readonly ClockShown[] }): ReactElement | null {
  if (clocks.length === 0) return null
  const legal = clocks.filter((one) => one.kind === 'statutory')
  const promised = clocks.filter((one) => one.kind !== 'statutory')
  return (
    <Panel title="时限">
      <div className="cm-clocks">
        <Column title="法定" clocks={legal} none="没有法定时限在计。" />
        <Column title="承诺" clocks={promised} none="没有承诺时限在计。" />
      </div>
    </Panel>
  )
}

type ColumnProps = { readonly title: string; readonly clocks: readonly ClockShown[]; readonly none: string }

function Column({ title, clocks, none }: ColumnProps): ReactElement {
  return (
    <section>
      <h3>{title}</h3>
      {clocks.length === 0 ? <p className="ap-muted ap-small">{none}</p> : null}
      <ul>
        {clocks.map((one) => (
          <li key={`${one.id}${one.run}`}>
            <div>
              <span>{one.name}</span>
              <ClockTag of={one} />
            </div>
            <p className="ap-small ap-muted">{one.explanation}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ClockTag({ of: { right, state, timeLeft } }: { of: ClockShown }): ReactElement {
  if (right && (state === 'met' || state === 'broken')) return <Tag tone="grey">已行使</Tag>
  if (right && timeLeft) return <Tag tone="grey">{timeLeft.text}</Tag>
  if (timeLeft) return <Tag tone={timeLeft.late ? 'red' : 'green'}>{timeLeft.text}</Tag>
  return <Tag tone={state === 'broken' ? 'red' : 'grey'}>{wordOf(state)}</Tag>
}

function wordOf(state: string): string {
  const known = keyIn(RUN_STATE_WORDS, state)
  return known ? RUN_STATE_WORDS[known] : state
}

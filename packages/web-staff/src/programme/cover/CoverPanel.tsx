/** "Was this person covered on that day, and what did we know then?" (PRG-04) with all spans on one line of time. */
import { askCover, getPersonCover, type CoverAnswer } from '@anpei/contract/programme'
import type { Answer } from '@anpei/contract/kernel'
import { startOfDay, addDays, type Day } from '@anpei/domain/kernel'
import { useState, type ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import { Answered, DataTable, DayInput, Empty, Panel, Tag, type Column } from '../../kit/index.ts'
import { instantText, today } from '../../kernel/index.ts'
import { PersonConsentPanel } from './ConsentPanels.tsx'
import { CoverTimeline } from './CoverTimeline.tsx'

type Programme = Answer<typeof getPersonCover>['programmes'][number]
type FactRow = Programme['facts'][number] & { readonly id: string }

export function CoverPanel({ personId }: { personId: string }): ReactElement {
  const [day, setDay] = useState(today())
  const found = useCall(getPersonCover, { params: { personId } })
  return (
    <div className="ap-stack">
      <AskPanel personId={personId} day={day} onDay={setDay} />
      <Answered of={found}>
        {({ programmes }) =>
          programmes.length === 0 ? (
            <Panel>
              <Empty>这位客户不在任何花名册里，因此没有保障。</Empty>
            </Panel>
          ) : (
            <>
              {programmes.map((one) => (
                <Spans key={one.programmeId} of={one} day={day} onDay={setDay} />
              ))}
              <PersonConsentPanel personId={personId} />
            </>
          )
        }
      </Answered>
    </div>
  )
}

type AskProps = { personId: string; day: Day; onDay: (day: Day) => void }

function AskPanel({ personId, day, onDay }: AskProps): ReactElement {
  const [knownOn, setKnownOn] = useState('')
  const knownAt = knownOn === '' ? undefined : startOfDay(addDays(knownOn, 1))
  const found = useCall(askCover, { params: { personId }, query: { day, knownAt } }, { enabled: day !== '' })
  return (
    <Panel title="某日是否在保" acts={<span className="ap-muted ap-small">留空“按这天结束时所知”就按现在所知</span>}>
      <div className="ap-row pg-ask">
        <label>
          出险日 <DayInput value={day} onChange={onDay} />
        </label>
        <label>
          按这天结束时所知
          <DayInput value={knownOn} max={today()} onChange={setKnownOn} />
        </label>
      </div>
      {day === '' ? (
        <p className="ap-muted">请选一个日期。</p>
      ) : (
        <Answered of={found}>
          {({ answers }) =>
            answers.length === 0 ? (
              <p className="pg-answer">
                {knownOn === '' ? '' : `按 ${knownOn} 所知，`}那天没有方案保障这位客户，因此不在保。
              </p>
            ) : (
              <>
                {answers.map((answer) => (
                  <Sentence key={answer.programmeId} answer={answer} />
                ))}
              </>
            )
          }
        </Answered>
      )}
    </Panel>
  )
}

function Sentence({ answer }: { answer: CoverAnswer }): ReactElement {
  return (
    <div className="pg-answer" aria-live="polite">
      <p>
        {answer.covered ? (
          <Tag tone="green" icon="check">
            在保
          </Tag>
        ) : (
          <Tag tone="red" icon="cross">
            不在保
          </Tag>
        )}{' '}
        {answer.sentence}
      </p>
      <p className="ap-muted ap-small">
        {answer.version
          ? `适用：${answer.version.title} 第 ${answer.version.versionNo} 版（${answer.version.effectiveFrom} 起）`
          : ''}
        {answer.policyNo ? `　保单 ${answer.policyNo}` : ''}
        {answer.span ? `　保障 ${answer.span.fromOn} 至 ${answer.span.toOn ?? '长期'}` : ''}
      </p>
    </div>
  )
}

const columns: readonly Column<FactRow>[] = [
  { key: 'status', title: '户籍状态', render: (row) => row.statusWord },
  { key: 'village', title: '村居', render: (row) => row.villageName ?? '—' },
  { key: 'from', title: '自', render: (row) => row.fromOn },
  { key: 'to', title: '至', render: (row) => row.toOn ?? '现在' },
  { key: 'known', title: '何时知道', render: (row) => instantText(row.knownFrom) },
  {
    key: 'before',
    title: '知道到',
    render: (row) =>
      row.knownBefore === null ? (
        <Tag tone="green">仍然有效</Tag>
      ) : (
        <Tag tone="grey">{instantText(row.knownBefore)} 起被更正</Tag>
      ),
  },
]

type SpansProps = { of: Programme; day: Day; onDay: (day: Day) => void }

function Spans({ of, day, onDay }: SpansProps): ReactElement {
  const rows = of.facts.map((fact, index) => ({ ...fact, id: `${index}` }))
  return (
    <Panel title={of.programme} flush>
      <CoverTimeline covers={of.covers} facts={of.facts} day={day} onDay={onDay} />
      <DataTable<FactRow> label="户籍事实" columns={columns} rows={rows} empty={<Empty>没有户籍记录。</Empty>} />
    </Panel>
  )
}

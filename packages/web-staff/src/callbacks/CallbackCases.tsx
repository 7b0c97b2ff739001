/** What is or was owed of callbacks, with every try and what was answered (CBK-01, CBK-02). */
import type { WholeCallback } from '@anpei/contract/callbacks'
import { DAY_PARTS, OUTCOMES, WAYS } from '@anpei/domain/callbacks'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useMay } from '../identity/index.ts'
import { Empty } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { CallbackTag, DueTag } from './CallbackTag.tsx'
import './callbacks.css'

export function CallbackCases({ items }: { items: readonly WholeCallback[] }): ReactElement {
  if (items.length === 0) return <Empty>没有回访。</Empty>
  return (
    <>
      {items.map((one) => (
        <Whole key={one.id} of={one} />
      ))}
    </>
  )
}

function Whole({ of: one }: { of: WholeCallback }): ReactElement {
  const may = useMay()
  const name = `${one.occasionWord}　${one.callbackNo}`
  const who = one.owner?.name ?? '没有指定'
  return (
    <section className="cb-case">
      <p className="ap-row">
        {may('callback.read') ? <Link to={`/callbacks/${one.id}`}>{name}</Link> : <strong>{name}</strong>}
        <CallbackTag of={one} />
        {one.endedAt ? null : <DueTag of={one} />}
      </p>
      <p className="ap-muted ap-small">
        {one.endedAt ? `${instantText(one.endedAt)} 结束` : `${one.dueOn} 前`}　回访人：{who}　关于 {one.about}
        {one.dropReason ? `　${one.dropReason}` : ''}
      </p>
      {one.attempts.length === 0 ? null : (
        <ol className="cb-tries">
          {one.attempts.map((attempt) => (
            <li key={attempt.id}>
              {instantText(attempt.at)} {DAY_PARTS[attempt.dayPart]}，{WAYS[attempt.way].zh}，
              {OUTCOMES[attempt.outcome]}（{attempt.by}）
            </li>
          ))}
        </ol>
      )}
      {one.answers.length === 0 ? null : (
        <details>
          <summary>客户怎么说（{one.answers.length} 问）</summary>
          <dl className="cb-answers">
            {one.answers.map(({ question, answer }) => (
              <div key={question}>
                <dt>{question}</dt>
                <dd>{answer}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  )
}

/** What the linter found, and the examples with expected and computed results side by side (PRG-01, PRG-09). */
import type { VersionView } from '@anpei/contract/programme'
import type { ReactElement } from 'react'
import { Empty, Panel, Tag } from '../../kit/index.ts'
import { yuan } from '../../kernel/index.ts'
import { OUTCOMES } from './parameters.ts'

export function Findings({ findings }: { findings: VersionView['findings'] }): ReactElement {
  if (findings.length === 0)
    return (
      <Panel title="检查">
        <Empty>没有发现问题：不违反法律，也不自相矛盾。</Empty>
      </Panel>
    )
  const sorted = [...findings].sort((a, b) => a.severity.localeCompare(b.severity))
  return (
    <Panel title="检查：有错误时不能发布">
      <ul className="pg-findings">
        {sorted.map(({ code, severity, text }, index) => (
          <li key={`${code}${index}`}>
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
    </Panel>
  )
}

type ExampleRun = VersionView['examples'][number]

export function Examples({ examples }: { examples: VersionView['examples'] }): ReactElement {
  if (examples.length === 0)
    return (
      <Panel title="例子">
        <Empty>还没有例子。每项保险责任至少写一个应当给付的例子。</Empty>
      </Panel>
    )
  return (
    <Panel title="例子：写明的结果与算出的结果">
      {examples.map((one) => (
        <Example key={one.name} one={one} />
      ))}
    </Panel>
  )
}

function Example({ one }: { one: ExampleRun }): ReactElement {
  return (
    <section className="pg-benefit">
      <h3 className="ap-row">
        {one.agrees ? (
          <Tag tone="green" icon="check">
            相符
          </Tag>
        ) : (
          <Tag tone="red" icon="cross">
            不符
          </Tag>
        )}
        {one.name}
      </h3>
      <dl className="pg-numbers">
        <div>
          <dt>写明</dt>
          <dd>
            <Result of={one.expected} />
          </dd>
        </div>
        <div>
          <dt>算出</dt>
          <dd>
            <Result of={one.answered} />
          </dd>
        </div>
      </dl>
      {one.answered.working.length === 0 ? null : (
        <details>
          <summary className="ap-muted ap-small">看计算过程</summary>
          <ol className="pg-working">
            {one.answered.working.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

function Result({ of }: { of: ExampleRun['expected'] }): ReactElement {
  return (
    <>
      <strong>
        {OUTCOMES[of.outcome] ?? of.outcome}　{yuan(of.payableFen)}
      </strong>
      {of.reasonTexts.map((text) => (
        <span key={text} className="pg-source">
          {text}
        </span>
      ))}
    </>
  )
}

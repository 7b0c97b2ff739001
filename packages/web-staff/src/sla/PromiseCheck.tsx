/** What the linter says while a promise is edited: its meaning, what differs, what to know, what is in the way. */
import { checkDefinitionChange } from '@anpei/contract/sla'
import type { Sent } from '@anpei/contract/kernel'
import { Alert } from 'antd'
import { useEffect, useState, type ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { FaultNote } from '../kit/index.ts'
import { PromiseDifference } from './PromiseDifference.tsx'

export type Asked = NonNullable<Sent<typeof checkDefinitionChange>['body']>
type Props = { clockId: string; asked: Asked | null; runningNow: number }

const PAUSE_MS = 400

export function PromiseCheck({ clockId, asked, runningNow }: Props): ReactElement | null {
  const settled = useSettled(asked)
  const body: Asked = settled ?? { definition: {} }
  const check = useCall(checkDefinitionChange, { params: { clockId }, body }, { enabled: settled !== null })
  if (settled === null) return null
  if (check.error) return <FaultNote fault={check.error} />
  const found = check.shown
  if (found === undefined) return <p aria-busy="true">正在检查……</p>
  return (
    <section className="sl-check" aria-live="polite" aria-label="检查结果">
      {found.problem ? <Alert type="error" showIcon title={found.problem.text} /> : null}
      {found.sentence ? (
        <p>
          <strong>改后：</strong>
          {found.sentence}
        </p>
      ) : null}
      <PromiseDifference changes={found.changes} />
      {found.notes.map((note) => (
        <Alert key={note} type="warning" showIcon title={note} />
      ))}
      {found.problem ? null : <p className="ap-muted">现在有 {runningNow} 个时限按它计时；提交后列出哪些会变。</p>}
    </section>
  )
}

/** What was last typed, once the keys rest. */
function useSettled(asked: Asked | null): Asked | null {
  const [settled, setSettled] = useState<Asked | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(asked)
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [asked])
  return settled
}

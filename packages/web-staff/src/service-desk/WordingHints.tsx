/** What to look at before the words leave (SRV-10). */
import { WORDING_RULES, type WordingHint } from '@anpei/domain/service-desk'
import type { ReactElement } from 'react'
import { Tag } from '../kit/index.ts'

export function WordingHints({ hints }: { hints: readonly WordingHint[] }): ReactElement | null {
  if (hints.length === 0) return null
  return (
    <ul className="dk-hints" aria-label="用语提示" aria-live="polite">
      {hints.map(({ rule, found, say }) => (
        <li key={`${rule}${found}`}>
          <Tag tone="amber">{WORDING_RULES[rule]}</Tag>
          <span>
            {found === '' ? null : <b>“{found}”</b>} {say}
          </span>
        </li>
      ))}
    </ul>
  )
}

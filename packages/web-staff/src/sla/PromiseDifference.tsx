/** What a version changes, field by field (CLK-01). */
import type { DefinitionVersion } from '@anpei/contract/sla'
import type { ReactElement } from 'react'

export function PromiseDifference({ changes }: { changes: DefinitionVersion['changes'] }): ReactElement | null {
  if (changes.length === 0) return null
  return (
    <ul className="sl-difference">
      {changes.map((one) => (
        <li key={one.field}>
          <b>{one.field}</b> <del>{one.before}</del> → <ins>{one.after}</ins>
        </li>
      ))}
    </ul>
  )
}

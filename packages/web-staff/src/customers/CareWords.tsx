/** How to talk with the person of a case, beside it and at the door, also without a network (CUS-04). */
import type { ReactElement } from 'react'

/** What lay on a device before says nothing of it. */
export function CareWords({ hints = [] }: { readonly hints?: readonly string[] }): ReactElement | null {
  return hints.length === 0 ? null : (
    <section className="cu-hints cu-words" aria-label="怎样跟客户说话">
      <ul>
        {hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
    </section>
  )
}

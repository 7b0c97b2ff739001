/** How the complainant was contacted, what they added, and what was noted, newest first (T22, CMP-03). */
import type { ComplaintView } from '@anpei/contract/complaints'
import type { ReactElement } from 'react'
import { Empty, Panel } from '../kit/index.ts'
import { EntryList } from './EntryList.tsx'

const SHOWN: readonly ComplaintView['entries'][number]['kind'][] = ['contact', 'new_facts', 'note']

export function Contacts({ view }: { view: ComplaintView }): ReactElement {
  const entries = view.entries.filter((one) => SHOWN.includes(one.kind)).toReversed()
  return (
    <Panel title="联系与补充">
      {entries.length === 0 ? (
        <Empty>还没有联系投诉人，请尽快联系。</Empty>
      ) : (
        <EntryList complaintId={view.id} entries={entries} />
      )}
    </Panel>
  )
}

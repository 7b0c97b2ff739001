/** On the first page: whom the reader goes to today, who waits for an hour, what lies to be chosen (SRV-09). */
import { getVisitRoute, listVisits, type VisitItem } from '@anpei/contract/visits'
import { VISIT_KINDS, VISIT_PURPOSES } from '@anpei/domain/visits'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { DueTag } from '../claims/index.ts'
import { useCall } from '../client/index.ts'
import { Panel } from '../kit/index.ts'

const SHOWN = 6
const EVERY = { everySeconds: 300 }
const AHEAD: readonly VisitItem['state'][] = ['agreed', 'on_the_way', 'arrived']

/** null: nobody to go to today, or no visitor. */
export function useVisitsToday(allowed: boolean): ReactElement | null {
  const route = useCall(getVisitRoute, { query: {} }, { ...EVERY, enabled: allowed }).shown
  const stops = route?.stops.filter((one) => AHEAD.includes(one.state)) ?? []
  if (stops.length === 0) return null
  const acts = <Link to="/visit-route">我的路线</Link>
  return <Visits title={`今天要上门的（${stops.length}）`} acts={acts} rows={stops} page="/do" />
}

/** Asked for, and no hour agreed yet: the promise runs. */
export function useVisitsToArrange(allowed: boolean): ReactElement | null {
  const query = { state: 'requested', limit: SHOWN } as const
  const page = useCall(listVisits, { query }, { ...EVERY, enabled: allowed }).shown
  if (!page || page.items.length === 0) return null
  const acts = <Link to="/visits?state=requested">全部</Link>
  return <Visits title={`待约时间的上门（${page.total ?? page.items.length}）`} acts={acts} rows={page.items} page="" />
}

/** Two records of one visit: a person chooses which one counts. */
export function useVisitsToChoose(allowed: boolean): ReactElement | null {
  const query = { beside: 'yes', limit: SHOWN } as const
  const page = useCall(listVisits, { query }, { ...EVERY, enabled: allowed }).shown
  if (!page || page.items.length === 0) return null
  const acts = <Link to="/visits?beside=yes">全部</Link>
  return <Visits title={`上门记录待选定（${page.total ?? page.items.length}）`} acts={acts} rows={page.items} page="" />
}

type Props = {
  readonly title: string
  readonly acts: ReactElement
  readonly rows: readonly VisitItem[]
  readonly page: '' | '/do'
}

function Visits({ title, acts, rows, page }: Props): ReactElement {
  return (
    <Panel flush title={title} acts={acts}>
      <ul className="ap-items">
        {rows.map((one) => (
          <li key={one.id}>
            <Link to={`/visits/${one.id}${page}`}>
              <span>
                {one.name}
                <small>
                  {[VISIT_KINDS[one.kind], VISIT_PURPOSES[one.purpose], one.when, one.villageName]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              <DueTag of={one} />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

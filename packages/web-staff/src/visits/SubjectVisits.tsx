/** The visits of a case beside it: who goes when, what came of it, and asking for one more (SRV-09, CLM-02). */
import { listVisits } from '@anpei/contract/visits'
import { VISIT_KINDS, VISIT_PURPOSES } from '@anpei/domain/visits'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Answered, Empty, Panel, Tag } from '../kit/index.ts'
import { NewVisit, type VisitAbout } from './NewVisit.tsx'
import { VisitTag } from './VisitTag.tsx'

type Props = {
  /** What the visits may serve: a claim and the report it came from. */
  readonly subjectIds: readonly string[]
  readonly about: VisitAbout
}

export function SubjectVisits({ subjectIds, about }: Props): ReactElement | null {
  const may = useMay()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const shows = may('visit.read')
  const query = { subjectId: subjectIds.join(','), sort: 'newest', limit: 20 } as const
  const visits = useCall(listVisits, { query }, { enabled: shows })
  if (!shows) return null
  const ask = may('visit.arrange') ? (
    <Button
      size="small"
      onClick={() => {
        setAsking(true)
      }}
    >
      安排上门
    </Button>
  ) : null
  return (
    <Panel title="上门与查勘" acts={ask}>
      <Answered of={visits}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>没有安排过上门或到场。</Empty>
          ) : (
            <ul className="ap-check-list">
              {items.map((visit) => (
                <li key={visit.id}>
                  <div>
                    <p className="ap-row">
                      <Link className="ap-num" to={`/visits/${visit.id}`}>
                        {visit.visitNo}
                      </Link>
                      <VisitTag state={visit.state} word={visit.stateWord} />
                      {visit.timeLeft?.late ? <Tag tone="red">{visit.timeLeft.text}</Tag> : null}
                    </p>
                    <p className="ap-muted ap-small">
                      {[VISIT_KINDS[visit.kind], VISIT_PURPOSES[visit.purpose], visit.when, visit.visitorName]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {asking ? (
        <NewVisit
          about={about}
          onClose={() => {
            setAsking(false)
          }}
          onMade={(id) => {
            void navigate(`/visits/${id}`)
          }}
        />
      ) : null}
    </Panel>
  )
}

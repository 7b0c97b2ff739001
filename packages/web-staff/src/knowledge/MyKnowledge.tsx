/** On the first page: articles whose review is due, versions that wait for the reader, and what was asked in vain. */
import { knowledgeDuties } from '@anpei/contract/knowledge'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Panel, Tag } from '../kit/index.ts'

const TONES = { review: 'red', publish: 'amber', feedback: 'blue' } as const
const SHOWN = 6

export function MyKnowledge(): ReactElement | null {
  const may = useMay()
  const found = useCall(knowledgeDuties, {}, { enabled: may('knowledge.read'), everySeconds: 300 })
  const { duties = [], misses = 0 } = found.shown ?? {}
  if (duties.length + misses === 0) return null
  const asked = misses > 0 ? <Link to="/knowledge-asked">{misses} 个问题没找到答案</Link> : null
  return (
    <Panel flush id="my-knowledge" title={`知识库（${duties.length}）`} acts={asked}>
      <ul className="ap-items">
        {duties.slice(0, SHOWN).map((duty) => (
          <li key={`${duty.id}${duty.what}`}>
            <Link to={`/knowledge/${duty.id}`}>
              <span>
                {duty.title}
                <small>{duty.since}</small>
              </span>
              <Tag tone={TONES[duty.what]}>{duty.whatWord}</Tag>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Callbacks asked at doors that wait on this device to be sent, or were not taken, each with its reason (SRV-09). */
import { Alert } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { useTries } from '../../kit/index.ts'
import { SentTalks } from './SentTalks.tsx'
import type { VisitOf } from './keep-talks.ts'
import { useKeptTalks, useTalks } from './use-talks.ts'

const T = { waits: '还没有交回的回访：', soon: '有网络时自动交回。', open: '没问完，点开接着问。' } as const

export function UnsentTalks({ visits }: { visits: readonly VisitOf[] }): ReactElement | null {
  const { staffId, talks, sent, again, send } = useTalks()
  useKeptTalks(visits, again)
  useTries(staffId, () => void send())
  const waiting = talks.filter(({ at }) => at !== null)
  const list = (
    <ul className="ap-plain-list">
      {waiting.map(({ callbackId, visitId, view, refusal, waits }) => (
        <li key={callbackId}>
          <Link to={`/visits/${visitId}/do`}>{`${view.name} ${view.occasionWord}`}</Link>{' '}
          {refusal ?? (waits ? T.soon : T.open)}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <SentTalks sent={sent} />
      {waiting.length > 0 ? <Alert type="warning" showIcon title={T.waits} description={list} /> : null}
    </>
  )
}

/** A visit is made, with the callbacks that are owed to whoever is visited asked on the way (SRV-09, CBK-02). */
import { lazy, Suspense, type ReactElement } from 'react'
import { useTries, Waiting } from '../../kit/index.ts'
import { DoorTalk } from './DoorTalk.tsx'
import { SentTalks } from './SentTalks.tsx'
import type { VisitOf } from './keep-talks.ts'
import { useKeptTalks, useTalks } from './use-talks.ts'
import '../callbacks.css'

const DoVisitPage = lazy(() => import('../../visits/DoVisitPage.tsx'))

export default function DoorVisitPage(): ReactElement {
  return (
    <Suspense fallback={<Waiting />}>
      <DoVisitPage beside={(visit) => <DoorTalks visit={visit} />} />
    </Suspense>
  )
}

function DoorTalks({ visit }: { visit: VisitOf }): ReactElement {
  const { staffId, talks, sent, acts, again, send } = useTalks()
  useKeptTalks([visit], again)
  useTries(staffId, () => void send())
  return (
    <>
      {talks
        .filter(({ view }) => view.personId === visit.personId)
        .map((talk) => (
          <DoorTalk key={talk.callbackId} talk={talk} acts={acts} />
        ))}
      <SentTalks sent={sent} />
    </>
  )
}

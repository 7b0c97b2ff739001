/** A visitor's day, with what is owed to the people of its stops kept on the device (SRV-09, CBK-02). */
import { lazy, Suspense, type ReactElement } from 'react'
import { Waiting } from '../../kit/index.ts'
import { UnsentTalks } from './UnsentTalks.tsx'
import '../callbacks.css'

const RoutePage = lazy(() => import('../../visits/RoutePage.tsx'))

export default function DoorRoutePage(): ReactElement {
  return (
    <Suspense fallback={<Waiting />}>
      <RoutePage beside={(visits) => <UnsentTalks visits={visits} />} />
    </Suspense>
  )
}

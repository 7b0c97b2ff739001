/** What waits for the reader in rows that not everybody works in: loaded behind the first page, with their words. */
import { useEffect, type ReactElement } from 'react'
import { useMay } from '../identity/index.ts'
import { useVisitsToArrange, useVisitsToChoose, useVisitsToday } from './MyVisits.tsx'
import {
  useComplaintWaiting,
  useDoorTalksToChoose,
  useMyCallbacks,
  useMyComplaints,
  useMyImprovements,
  useProposedImprovements,
  useUnassignedComplaints,
} from './MyComplaints.tsx'

export default function OtherWork({ onFound }: { onFound: (found: boolean) => void }): ReactElement {
  const may = useMay()
  const complaints = useMyComplaints(may('complaint.handle'))
  const waiting = useComplaintWaiting(may('complaint.read'))
  const unassigned = useUnassignedComplaints(may('complaint.coordinate'))
  const improvements = useMyImprovements(may('complaint.improve'))
  const proposed = useProposedImprovements(may('complaint.improve') && may('complaint.coordinate'))
  const callbacks = useMyCallbacks(may('callback.make'))
  const atDoors = useDoorTalksToChoose(may('callback.make'))
  const today = useVisitsToday(may('visit.make'))
  const toArrange = useVisitsToArrange(may('visit.arrange'))
  const toChoose = useVisitsToChoose(may('visit.arrange'))
  const parts = [
    today,
    toArrange,
    toChoose,
    waiting,
    unassigned,
    complaints,
    improvements,
    proposed,
    callbacks,
    atDoors,
  ]
  const found = parts.some((one) => one !== null)
  useEffect(() => {
    onFound(found)
  }, [found, onFound])
  return (
    <>
      {today}
      {toArrange}
      {toChoose}
      {waiting}
      {unassigned}
      {complaints}
      {improvements}
      {proposed}
      {callbacks}
      {atDoors}
    </>
  )
}

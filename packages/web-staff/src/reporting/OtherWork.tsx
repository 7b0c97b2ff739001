/** What waits for the reader in rows that not everybody works in: loaded behind the first page, with their words. */
import { useEffect, type ReactElement } from 'react'
import { useMay } from '../identity/index.ts'
import {
  useComplaintWaiting,
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
  const found = [waiting, unassigned, complaints, improvements, proposed, callbacks].some((one) => one !== null)
  useEffect(() => {
    onFound(found)
  }, [found, onFound])
  return (
    <>
      {waiting}
      {unassigned}
      {complaints}
      {improvements}
      {proposed}
      {callbacks}
    </>
  )
}

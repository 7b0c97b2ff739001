/** SRV-09: before somebody signs out, what was written at doors goes out; told: how much still lies on the device. */
import { begun, openPocket, sendPocket } from '../../visits/index.ts'
import { sendKeptTalks } from './send-talks.ts'
import { openTalks } from './talk.ts'

export async function unsentHere(staffId: string): Promise<number> {
  if (navigator.onLine) await Promise.all([sendPocket(staffId), sendKeptTalks(staffId)]).catch(() => undefined)
  const [pocket, talks] = await Promise.all([openPocket(staffId), openTalks(staffId)])
  const [visits, asked] = await Promise.all([pocket.all(), talks.all()])
  return visits.filter(begun).length + asked.filter(({ at }) => at !== null).length
}

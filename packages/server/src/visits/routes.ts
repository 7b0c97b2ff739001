import * as api from '@anpei/contract/visits'
import { ask, on, onFile, type Bound } from '../http/index.ts'
import { agreeVisit } from './agree-visit.ts'
import { arriveAtVisit } from './arrive-at-visit.ts'
import { cancelVisit } from './cancel-visit.ts'
import { chooseRecord } from './choose-record.ts'
import { closeVideoRoom } from './close-video-room.ts'
import { confirmSafetyRead } from './confirm-safety-read.ts'
import { confirmUncovered } from './confirm-uncovered.ts'
import { enterVideoRoom } from './enter-video-room.ts'
import { handInVisit } from './hand-in-visit.ts'
import { openVideoRoom } from './open-video-room.ts'
import { proposeVillageAreas } from './propose-village-areas.ts'
import { putOffVisit } from './put-off-visit.ts'
import { relaySignal } from './relay-signal.ts'
import { requestVisit } from './request-visit.ts'
import { revealVisitPhone } from './reveal-visit-phone.ts'
import { saveVisitor } from './save-visitor.ts'
import { setOut } from './set-out.ts'
import { readGuestSignals, readRoomSignals } from './views-room.ts'
import { getVisitorCalendar, listVillageAreas, listVisitChoices, listVisitors } from './views-visitors.ts'
import { getVisit, getVisitFile, getVisitRoute, listVisits } from './views.ts'

export const visitRoutes: readonly Bound[] = [
  on(api.requestVisit, requestVisit),
  on(api.listVisits, listVisits),
  on(api.getVisit, getVisit),
  onFile(api.getVisitFile, getVisitFile),
  on(api.getVisitRoute, getVisitRoute),
  on(api.listVisitChoices, listVisitChoices),
  on(api.agreeVisit, agreeVisit),
  on(api.putOffVisit, putOffVisit),
  on(api.cancelVisit, cancelVisit),
  on(api.portalCancelVisit, cancelVisit),
  on(api.confirmUncovered, confirmUncovered),
  on(api.revealVisitPhone, revealVisitPhone),
  on(api.setOut, setOut),
  on(api.arriveAtVisit, arriveAtVisit),
  on(api.handInVisit, handInVisit),
  on(api.chooseRecord, chooseRecord),
  on(api.listVisitors, listVisitors),
  on(api.saveVisitor, saveVisitor),
  on(api.confirmSafetyRead, confirmSafetyRead),
  on(api.getVisitorCalendar, getVisitorCalendar),
  on(api.listVillageAreas, listVillageAreas),
  on(api.proposeVillageAreas, proposeVillageAreas),
  on(api.openVideoRoom, openVideoRoom),
  on(api.sendRoomSignal, relaySignal),
  on(api.readRoomSignals, readRoomSignals),
  on(api.closeVideoRoom, closeVideoRoom),
  on(api.enterVideoRoom, enterVideoRoom),
  on(api.sendGuestSignal, relaySignal),
  ask(api.readGuestSignals, readGuestSignals),
]

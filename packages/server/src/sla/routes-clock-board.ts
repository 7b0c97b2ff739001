import * as api from '@anpei/contract/sla'
import { on, type Bound } from '../http/index.ts'
import type { CaseBoards } from './subjects.ts'
import { countWhatBreaksNext, listWhatBreaksNext } from './views-clock-board.ts'

/** `boards` come from the rows that keep the cases. */
export function clockBoardRoutes(boards: CaseBoards): readonly Bound[] {
  return [
    on(api.listWhatBreaksNext, (tx, input) => listWhatBreaksNext(tx, boards, input)),
    on(api.countWhatBreaksNext, (tx, input) => countWhatBreaksNext(tx, boards, input)),
  ]
}

import * as api from '@anpei/contract/service-desk'
import { on, type Bound } from '../../http/index.ts'
import { hangBox } from './hang-box.ts'
import { recordBoxOpening } from './record-box-opening.ts'
import { removeBox } from './remove-box.ts'
import { listBoxes, listBoxOpenings, listOutlets } from './views-boxes.ts'
import { witnessBoxOpening } from './witness-box-opening.ts'

export const boxRoutes: readonly Bound[] = [
  on(api.listBoxes, listBoxes),
  on(api.listOutlets, listOutlets),
  on(api.hangBox, hangBox),
  on(api.removeBox, removeBox),
  on(api.listBoxOpenings, listBoxOpenings),
  on(api.recordBoxOpening, recordBoxOpening),
  on(api.witnessBoxOpening, witnessBoxOpening),
]

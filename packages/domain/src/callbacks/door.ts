/**
 * SRV-09, CBK-02: what was asked at a door and could not be taken as it was sent, because a colleague had the callback
 * or made it meanwhile, or because something in it was not right. It is kept whole; another person than the one who
 * asked chooses whether it counts.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'

/** Why it was not taken, by the code of the refusal. */
export const DOOR_CONFLICTS: Readonly<Record<string, string>> = {
  'lifecycle.not_possible': '已由同事做完或不再需要',
  'callback.taken': '同事正在联系这位客户',
  'callback.person_taken': '同事正在联系这位客户',
  'callback.not_yours': '已转给别的同事',
  'callback.nobody_reached': '换过人',
  'callback.identity_first': '换过人',
  'callback.script_changed': '问题换了新版本',
  'request.not_found': '已不归上门人员看',
  'callback.must_stand_aside': '上门人员经办过这件事，应当回避',
}

/** What is not named there lies in what was written: a birthday that does not agree, a photo on a late day. */
export function doorWhy(code: string): string {
  return DOOR_CONFLICTS[code] ?? '资料有待更正'
}

export const DOOR_STANDINGS = { beside: '待选定', adopted: '已采用', not_chosen: '未采用' } as const
export type DoorStanding = keyof typeof DOOR_STANDINGS

export type DoorChooser = {
  readonly standing: DoorStanding
  /** Asked at the door himself. */
  readonly isWriter: boolean
}

export function decideDoorChoice({ standing, isWriter }: DoorChooser): Decision<true> {
  if (standing !== 'beside') return refuse('callback.door_chosen')
  return isWriter ? refuse('callback.door_own') : ok(true)
}

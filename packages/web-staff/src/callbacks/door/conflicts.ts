/**
 * SRV-09: why what was asked at the door was not taken, in one sentence; what was written stays on the device whatever
 * the reason. `again`: somebody else has had the callback since, so it is begun anew when it is handed in once more.
 */
import type { Problem } from '@anpei/contract/kernel'

const STAYS = '您记下的都还在这台设备上，没有丢。'
const MEANWHILE: Readonly<Record<string, string>> = {
  'lifecycle.not_possible': '您上门期间，这件回访已由同事做完或不再需要。',
  'callback.not_yours': '您上门期间，这件回访已转给别的同事。',
  'callback.nobody_reached': '您上门期间，这件回访换过人，要重新交一次。',
  'callback.identity_first': '您上门期间，这件回访换过人，要重新交一次。',
  'callback.script_changed': '您上门期间，问题换了新版本，请补问新的几个再交。',
  'request.not_found': '您上门期间，这件回访已不归您看。',
}
const ANEW = new Set(['callback.not_yours', 'callback.nobody_reached', 'callback.identity_first'])

export function conflictOf({ code, message }: Pick<Problem, 'code' | 'message'>): {
  readonly message: string
  readonly again: boolean
} {
  return { message: `${MEANWHILE[code] ?? message}${STAYS}`, again: ANEW.has(code) }
}

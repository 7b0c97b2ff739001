/** A step of the notices' lifecycle that a person asks for; refused where the state does not allow it. */
import { refuse, transition, type Decision, type Transition } from '@anpei/domain/kernel'
import { noticeLifecycle, type NoticeState } from '@anpei/domain/notifications'
import type { Tx } from '../http/index.ts'
import { lockNotice, type NoticeRecord } from './store.ts'
import { isSecretNotice } from './views.ts'

export type AskedStep = { readonly notice: NoticeRecord; readonly step: Transition<NoticeState> }

export async function askedStep(
  tx: Tx,
  noticeId: string,
  name: keyof typeof noticeLifecycle.transitions,
): Promise<Decision<AskedStep>> {
  const notice = await lockNotice(tx, noticeId)
  if (!notice || isSecretNotice(notice)) return refuse('request.not_found')
  const step = transition(noticeLifecycle, name, notice.state)
  return step.ok ? { ok: true, value: { notice, step: step.value } } : step
}

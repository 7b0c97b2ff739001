/** SRV-02: a prompt is not played any more; one that a plan needs stays until the plan is changed. */
import type { Input } from '@anpei/contract/kernel'
import type { DeskPrompt, withdrawPrompt as route } from '@anpei/contract/service-desk'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { plansStillHold } from './change-kinds.ts'
import { lockPrompt, saveWithdrawal } from './store-menus.ts'
import { promptViews } from './views-menus.ts'

export async function withdrawPrompt(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<DeskPrompt>> {
  const prompt = await lockPrompt(tx, params.promptId)
  if (!prompt) return refuse('request.not_found')
  if (prompt.withdrawnAt === null) {
    const holds = await plansStillHold(tx, (all) => all.filter(({ id }) => id !== prompt.id))
    if (!holds.ok) return holds
    await saveWithdrawal(tx, prompt.id)
    const { line, occasion, language, version } = prompt
    tx.record({
      name: 'prompt.withdrawn',
      subject: { kind: 'desk_prompt', id: prompt.id },
      facts: { line, occasion, language, version },
      reason: body.reason,
    })
  }
  const now = await lockPrompt(tx, prompt.id)
  const [view] = now ? promptViews(tx, [now]) : []
  return view ? ok(view) : refuse('request.not_found')
}

/** SRV-02, OPS-02: any telephone system asks with an API key what a caller hears and where the call goes. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { askCallMenu as route } from '@anpei/contract/service-desk'
import { ok, systemActor, type Decision } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../../http/index.ts'
import { answerCaller } from './answer-caller.ts'
import { promptPath } from './views-audio.ts'

export async function askCallMenu(
  { app, actor }: Tx,
  { body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { tenantId } = actor
  const asking = { ...body, vendor: 'anpei', callNo: `${actor.id}:${body.callNo}` } as const
  const answered = await systemWrite(app, systemActor(tenantId, 'channel:phone'), (tx) => answerCaller(tx, asking))
  const { callId, plays, next, keys, offer, unanswered } = answered
  return ok({
    callId,
    next,
    play: plays.map(({ id, occasion, language, words }) => ({
      path: promptPath(tenantId, id),
      promptId: id,
      occasion,
      language,
      words,
    })),
    keys: next === 'ask' ? [...keys] : [],
    offer: [...offer],
    unanswered: unanswered.map(({ id }) => ({ path: promptPath(tenantId, id), promptId: id })),
  })
}

/** Who looks at an article, for the rule that shows the buttons. */
import { holds, type Actor } from '@anpei/domain/kernel'

export function readerOf(actor: Actor) {
  return { id: actor.id, mayEdit: holds(actor, 'knowledge.edit'), mayPublish: holds(actor, 'knowledge.publish') }
}

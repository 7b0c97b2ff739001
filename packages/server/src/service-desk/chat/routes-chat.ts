import * as api from '@anpei/contract/service-desk'
import { ask, on, onTogether, type Bound } from '../../http/index.ts'
import { askCallBack } from './ask-call-back.ts'
import { readChat } from './read-chat.ts'
import { sayInChat } from './say-in-chat.ts'

export const chatRoutes: readonly Bound[] = [
  onTogether(api.sayInChat, sayInChat, ({ body }) => body.chat),
  ask(api.readChat, readChat),
  on(api.askCallBack, askCallBack),
]

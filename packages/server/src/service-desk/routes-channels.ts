import * as api from '@anpei/contract/service-desk'
import { on, type Bound } from '../http/index.ts'
import { receivePartnerMessage } from './channels/receive-partner-message.ts'

export const deskChannelRoutes: readonly Bound[] = [on(api.receivePartnerMessage, receivePartnerMessage)]

/** SRV-03: answers that leave by the gateways notices leave by: one set of accounts, one set of limits (NTF-01). */
import { maskPhone } from '@anpei/domain/customers'
import { gatewaysOf } from '../../notifications/index.ts'
import type { ChannelSender, Reply } from './channel-sender.ts'

/** The occasion, for templates that are registered with a provider. */
const TEMPLATE = 'desk_reply'

type Carried = 'sms' | 'email' | 'wechat'

export function gatewaySender(channel: Carried): ChannelSender {
  return {
    async send(app, reply) {
      const gateway = (await gatewaysOf(app, reply.tenantId))(channel)
      const [taken] = await gateway.send([
        {
          id: reply.id,
          channel,
          ...addressOf(channel, reply.to),
          template: TEMPLATE,
          title: reply.subject === '' ? `服务单 ${reply.requestNo}` : `Re: ${reply.subject} [${reply.requestNo}]`,
          text: reply.text,
          voice: reply.text,
          facts: { requestNo: reply.requestNo },
        },
      ])
      if (!taken) return { sent: false, forGood: false, fault: '网关没有答复' }
      return taken.taken
        ? { sent: true, providerNo: taken.providerNo }
        : { sent: false, forGood: taken.forGood, fault: taken.fault }
    },
  }
}

function addressOf(channel: Carried, to: Reply['to']): { to: string; recipientMasked: string } {
  if (channel === 'sms') return { to: to.phone, recipientMasked: maskPhone(to.phone) }
  if (channel === 'email') return { to: to.email, recipientMasked: to.email.replace(/^(.)[^@]*/, '$1***') }
  return { to: to.openid, recipientMasked: `${to.openid.slice(0, 3)}***` }
}

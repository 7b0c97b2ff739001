/**
 * SRV-03: an answer to a follower leaves as a customer-service message; later than 48 hours after the follower's last
 * word, or above the number WeChat allows, as a template message. Pictures go behind the words; WeChat carries no other
 * files. Without an account the gateway of notices, the local stand-in, does it.
 */
import { wechatAccount, isForGood, type WechatAccount } from '../../notifications/index.ts'
import type { ChannelSender, Reply, ReplySent } from './channel-sender.ts'
import { gatewaySender } from './gateway-sender.ts'

const byGateway = gatewaySender('wechat')
const CUSTOM = '/cgi-bin/message/custom/send'
const TEMPLATE = '/cgi-bin/message/template/send'
/** Answered too late, too often. */
const OUT_OF_TIME: readonly number[] = [45015, 45047]
const SENT_BEFORE = 43116

export const wechatSender: ChannelSender = {
  async send(app, reply) {
    const account = await wechatAccount(app, reply.tenantId)
    if (!account) return byGateway.send(app, reply)
    const strange = reply.files.find((file) => !/^image\/(jpeg|png|gif)$/.test(file.mediaType))
    if (strange) return { sent: false, forGood: true, fault: `微信不能发送这种文件（${strange.name}）` }
    const said = await account.api.post(CUSTOM, {
      touser: reply.to.openid,
      msgtype: 'text',
      text: { content: reply.text },
    })
    if (OUT_OF_TIME.includes(said.code)) return byTemplate(account, reply, said.code)
    if (said.code !== 0) return refused(said.code)
    for (const file of reply.files) {
      const picture = await account.api.upload(file.name, file.mediaType, file.bytes)
      if (picture.code !== 0) return refused(picture.code)
      const shown = await account.api.post(CUSTOM, {
        touser: reply.to.openid,
        msgtype: 'image',
        image: { media_id: picture.mediaId },
      })
      if (shown.code !== 0) return refused(shown.code)
    }
    return { sent: true, providerNo: said.messageNo === '' ? null : said.messageNo }
  },
}

async function byTemplate({ api, template, page }: WechatAccount, reply: Reply, code: number): Promise<ReplySent> {
  if (template === '' || reply.files.length > 0) {
    return { sent: false, forGood: true, fault: `客户超过 48 小时没有说话，微信不收（${code}）` }
  }
  const sent = await api.post(TEMPLATE, {
    touser: reply.to.openid,
    template_id: template,
    url: page,
    client_msg_id: reply.id,
    data: { text: { value: reply.text }, requestNo: { value: reply.requestNo } },
  })
  if (sent.code !== 0 && sent.code !== SENT_BEFORE) return refused(sent.code)
  return { sent: true, providerNo: sent.messageNo === '' ? null : sent.messageNo }
}

function refused(code: number): ReplySent {
  return { sent: false, forGood: isForGood(code), fault: `微信不收（${code}）` }
}

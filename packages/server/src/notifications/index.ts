export { wechatAccount, type WechatAccount } from './channel-accounts.ts'
export { isFromSmsProvider } from './sms-push-gate.ts'
export { isForGood } from './wechat-api.ts'
export { takeReceipts } from './take-receipts.ts'
export type { WechatMediaSort, WechatSaid } from './wechat-message.ts'
export { isFromGateway } from './gateway-signature.ts'
export { isTextQueued, phoneTextOf, queueMail, queuePhoneText, type PhoneText } from './store-texts.ts'
export { gatewaysOf } from './gateways.ts'
export { leavesAt } from './leaves-at.ts'
export { notify, type Told } from './notify.ts'
export { personToTell } from './person-to-tell.ts'
export { activeLetter } from './active-templates.ts'
export { contactRegister } from './notice-templates.ts'
export {
  findLetter,
  insertLetter,
  letterContent,
  saveDelivery,
  type Delivery,
  type LetterRecord,
} from './store-letters.ts'
export { datedMinute, drawSignedPaper } from './draw-signed-paper.ts'
export { letterPdf } from './letter-pdf.ts'
export { finishLetterNotices } from './finish-letter-notices.ts'
export { notificationRoutes } from './routes.ts'
export { notificationJobs } from './jobs.ts'
export { letterFiles } from './letter-files.ts'
export type { Checked, CheckNotices, NoticeToCheck } from './notice-check.ts'
export { saveChannelSetting } from './store-channels.ts'
export { forgetReceiptsBefore } from './store-receipts.ts'
export { waitsByHand } from './waits-by-hand.ts'
export { workNotices } from './work-notices.ts'
export { noticeSource } from './personal-data.ts'
export { sealForWechat } from './wechat-crypt.ts'
export { templatesInForce } from './templates-in-force.ts'

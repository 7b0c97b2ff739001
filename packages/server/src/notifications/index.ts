export { wechatAccount, type WechatAccount } from './channels/channel-accounts.ts'
export { isFromSmsProvider } from './channels/sms-push-gate.ts'
export { isForGood } from './channels/wechat-api.ts'
export { takeReceipts } from './channels/take-receipts.ts'
export type { WechatMediaSort, WechatSaid } from './channels/wechat-message.ts'
export { isFromGateway } from './channels/gateway-signature.ts'
export { isTextQueued, phoneTextOf, queueMail, queuePhoneText, type PhoneText } from './store-texts.ts'
export { gatewaysOf } from './channels/gateways.ts'
export { leavesAt } from './leaves-at.ts'
export { notify, type Told } from './notify.ts'
export { fateOf, notifyBy, type Fate } from './notify-by.ts'
export { maskedOf, personToTell } from './person-to-tell.ts'
export { activeLetter } from './templates/active-templates.ts'
export { contactRegister } from './templates/notice-templates.ts'
export {
  findLetter,
  insertLetter,
  letterContent,
  saveDelivery,
  type Delivery,
  type LetterRecord,
} from './letters/store-letters.ts'
export { datedMinute, drawSignedPaper } from './letters/draw-signed-paper.ts'
export { letterPdf } from './letters/letter-pdf.ts'
export { finishLetterNotices } from './finish-letter-notices.ts'
export { notificationRoutes } from './routes.ts'
export { notificationJobs } from './jobs.ts'
export { letterFiles } from './letters/letter-files.ts'
export type { Checked, CheckNotices, NoticeToCheck } from './notice-check.ts'
export { saveChannelSetting } from './channels/store-channels.ts'
export { forgetReceiptsBefore } from './channels/store-receipts.ts'
export { waitsByHand } from './waits-by-hand.ts'
export { workNotices } from './work-notices.ts'
export { noticeSource } from './personal-data.ts'
export { sealForWechat } from './channels/wechat-crypt.ts'
export { templatesInForce } from './templates/templates-in-force.ts'

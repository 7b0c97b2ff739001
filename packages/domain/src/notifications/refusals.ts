/** What this row refuses, in the words a clerk reads (DESIGN §4 rule 8). */
import { type RefusalCatalogue } from '../kernel/index.ts'

export const NOTIFICATION_REFUSALS = {
  'notifications.template_malformed': {
    status: 400,
    zh: '信函模板的结构不对：{where}。',
    en: 'The letter template is malformed: {where}.',
  },
  'notifications.template_unknown_variable': {
    status: 400,
    zh: '信函模板“{where}”用了没有的变量“{variable}”。',
    en: 'The letter template names an unknown variable "{variable}" in "{where}".',
  },
  'notifications.template_missing_variable': {
    status: 400,
    zh: '信函模板“{where}”缺少必须写明的变量“{variable}”。',
    en: 'The letter template lacks the required variable "{variable}" in "{where}".',
  },
  'notifications.template_remedy_missing': {
    status: 400,
    zh: '信函模板没有写明救济途径“{remedy}”。',
    en: 'The letter template does not state the remedy "{remedy}".',
  },
  'notifications.unfair_wording': {
    status: 409,
    zh: '信函中有不得使用的字句“{wording}”（保险法第三十条：有争议的，作有利于被保险人的解释）。',
    en: 'The letter contains wording that is never printed: "{wording}" (Insurance Law art. 30).',
  },
  'notifications.wish_contradicts': {
    status: 409,
    zh: '“{channel}”不能又先用又不要，请只留一处。',
    en: '"{channel}" cannot be both preferred and refused.',
  },
  'notifications.contacts_malformed': {
    status: 400,
    zh: '对外联系方式登记不完整：{where}。',
    en: 'The contact register is incomplete: {where}.',
  },
  'notifications.template_of_other_kind': {
    status: 409,
    zh: '模板是“{template}”，信函是“{letter}”，不能混用。',
    en: 'The template is for "{template}", the letter is a "{letter}".',
  },
  'notifications.fact_missing': {
    status: 409,
    zh: '信函缺少内容“{variable}”，不能发出。',
    en: 'The letter lacks "{variable}" and cannot be issued.',
  },
  'notifications.unmasked_value': {
    status: 409,
    zh: '信函中有没有遮盖的证件号码或账号，不能发出。',
    en: 'The letter contains an unmasked identity or account number and cannot be issued.',
  },
  'notifications.nothing_paid': {
    status: 409,
    zh: '没有赔付的项目，不能发赔付通知书。',
    en: 'No line is paid, so there is no payment notice.',
  },
  'notifications.working_missing': {
    status: 409,
    zh: '“{benefit}”没有写明计算过程，不能发出。',
    en: 'The working of "{benefit}" is missing.',
  },
  'notifications.clause_missing': {
    status: 409,
    zh: '“{benefit}”没有写明所依据的条款，不能发出。',
    en: 'The clause for "{benefit}" is missing.',
  },
  'notifications.stacking_missing': {
    status: 409,
    zh: '“{benefit}”没有写明交通意外身故与普通意外身故是相加还是只赔一项。',
    en: 'The stacking parameter is not stated for "{benefit}".',
  },
  'notifications.total_mismatch': {
    status: 409,
    zh: '各项合计是{sum}，付款合计是{transfers}，两者不一致，不能发出。',
    en: 'The lines add up to {sum}, the transfers to {transfers}; the letter cannot be issued.',
  },
  'notifications.cash_without_reason': {
    status: 409,
    zh: '现金给付没有写明原因，不能发出。',
    en: 'A cash payment needs a reason.',
  },
  'notifications.denial_without_reason': {
    status: 409,
    zh: '“{benefit}”的拒赔没有写明理由，不能发出。',
    en: 'The denial of "{benefit}" states no reason.',
  },
  'notifications.denial_without_basis': {
    status: 409,
    zh: '“{benefit}”的拒赔没有写明查明的事实和依据的材料，不能发出。',
    en: 'The denial of "{benefit}" states no findings and evidence.',
  },
  'notifications.denial_without_person': {
    status: 409,
    zh: '拒赔必须由人作出决定，信函没有写明是谁。',
    en: 'A denial is decided by a person; the letter names none.',
  },
  'notifications.not_a_denial': {
    status: 409,
    zh: '拒绝给付通知书里只能有拒赔的项目；有赔有拒时发赔付通知书。',
    en: 'A denial notice holds denied lines only; a partly paid claim gets a payment notice.',
  },
  'notifications.supplement_asks_nothing': {
    status: 409,
    zh: '补充资料通知书没有请客户提供任何资料。',
    en: 'The supplement notice asks the customer for nothing.',
  },
  'notifications.supplement_without_way': {
    status: 409,
    zh: '资料“{document}”没有写明可以用什么代替，也没有写由我们调取。',
    en: 'The document "{document}" has neither a substitute nor "we ask the authority".',
  },
  'notifications.supplement_already_held': {
    status: 409,
    zh: '资料“{document}”我们已经有了，不能再要。',
    en: 'We already hold "{document}"; it may not be asked for.',
  },
  'notifications.supplement_repeated': {
    status: 409,
    zh: '资料“{document}”在清单里出现了两次。',
    en: 'The document "{document}" stands in the list twice.',
  },
  'notifications.second_request_unapproved': {
    status: 409,
    zh: '第二次要补充资料，必须有主管同意和原因。',
    en: 'A second request for papers needs a supervisor and a reason.',
  },
  'notifications.delay_not_later': {
    status: 409,
    zh: '新的日期{newDue}不晚于原来的日期{originalDue}，不需要延期。',
    en: 'The new date {newDue} is not later than the original date {originalDue}.',
  },
  'notifications.delay_beyond_law': {
    status: 409,
    zh: '新的日期{newDue}晚于法定期限{statutoryDue}，不能这样答复客户。',
    en: 'The new date {newDue} is beyond the statutory limit {statutoryDue}.',
  },
  'notifications.plan_malformed': {
    status: 400,
    zh: '通知渠道的安排不完整：{where}。',
    en: 'The plan of channels is incomplete: {where}.',
  },
  'notifications.own_template': {
    status: 403,
    zh: '模板由另一个人复核，不能自己通过自己改的模板。',
    en: 'A template is approved by somebody else than its author.',
  },
  'notifications.template_in_past': {
    status: 409,
    zh: '启用时间{activeFrom}已经过去，请选一个以后的时间，或留空表示通过后马上启用。',
    en: 'The start {activeFrom} lies in the past.',
  },
  'notifications.nobody_to_send_to': {
    status: 409,
    zh: '没有可用的联系方式，请改为上门告知。',
    en: 'There is no address left to send to; hand it over to a visit.',
  },
  'notifications.not_by_hand': {
    status: 409,
    zh: '这条通知正在由系统发送，等它发完或先转人工，再登记结果。',
    en: 'This notice is being sent by the system; hand it over to a person first.',
  },
  'notifications.no_longer_true': {
    status: 409,
    zh: '这条通知说的已经不对（{reason}），不能打印。',
    en: 'What this notice says is no longer true ({reason}); it is not printed.',
  },
  'notifications.no_slip': {
    status: 409,
    zh: '这条通知没有等着签的柜面签收单，请先打印。',
    en: 'No slip of this notice waits for a signature; print it first.',
  },
  'notifications.slip_day': {
    status: 409,
    zh: '签收日期{signedOn}不对：应在打印日{printedOn}与今天之间。',
    en: 'The day of signing {signedOn} is not between the printing on {printedOn} and today.',
  },
  'notifications.signature_wrong': {
    status: 403,
    zh: '签名或口令不对，或已过期。',
    en: 'The signature or the secret is wrong, or too old.',
  },
  'notifications.channel_settings': {
    status: 400,
    zh: '渠道设置不完整：{where}。',
    en: 'The settings of the channel are incomplete: {where}.',
  },
  'notifications.sample_ended': {
    status: 409,
    zh: '这条抽查已经登记过结论。',
    en: 'This sampled notice has its verdict already.',
  },
} as const satisfies RefusalCatalogue

export type NotificationRefusal = keyof typeof NOTIFICATION_REFUSALS

/** Refusals of the service desk (SRV-01, SRV-04, SRV-08). */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const deskRefusals = {
  'desk.received_in_future': {
    status: 409,
    zh: '收到时间不能晚于现在。',
    en: 'It cannot have been received in the future.',
  },
  'desk.box_opened_by_two': {
    status: 409,
    zh: '意见箱里的信由两个人开箱时登记，请到“意见箱”页登记开箱。',
    en: 'What lies in a complaint box is entered when two people open it; please use the page of the boxes.',
  },
  'desk.taken': { status: 409, zh: '{owner}正在办理这张服务单。', en: '{owner} is working on this request.' },
  'desk.no_such_colleague': {
    status: 409,
    zh: '这位同事不能办理这张服务单，请另选。',
    en: 'This colleague may not work on the request.',
  },
  'desk.colleague_absent': { status: 409, zh: '这位同事今天请假，请另选。', en: 'This colleague is absent today.' },
  'desk.repeat_reason_missing': {
    status: 409,
    zh: '客户表示没有解决，再次答复请写明原因。',
    en: 'It came back after it was solved: say why it is answered again.',
  },
  'desk.no_address': {
    status: 409,
    zh: '没有客户在这个渠道的联系方式，请换一种方式答复。',
    en: 'No address of the customer is known for this channel.',
  },
  'desk.said_in_future': { status: 409, zh: '告知时间不能晚于现在。', en: 'It cannot have been said in the future.' },
  'desk.said_before_received': {
    status: 409,
    zh: '告知时间不能早于收到时间。',
    en: 'It cannot have been said before the request was received.',
  },
  'desk.snooze_in_past': { status: 409, zh: '暂缓到的时间要晚于现在。', en: 'The time to come back lies in the past.' },
  'desk.snooze_too_long': { status: 409, zh: '最多暂缓 {most} 天。', en: 'At most {most} days.' },
  'desk.close_reason_missing': {
    status: 409,
    zh: '客户还在等答复，归档请写明原因。',
    en: 'The customer waits for an answer: say why it is archived.',
  },
  'desk.merge_itself': { status: 409, zh: '不能并入自己。', en: 'A request cannot be merged into itself.' },
  'desk.merge_other_person': {
    status: 409,
    zh: '只能并入同一位客户的服务单；不同客户的请用“关联”。',
    en: 'Only requests of the same person are merged; link the others.',
  },
  'desk.merge_confidential': {
    status: 409,
    zh: '保密的服务单不与普通服务单合并。',
    en: 'Sealed matters are not merged with others.',
  },
  'desk.merge_again': {
    status: 409,
    zh: '已有其他服务单并入本单，请先撤销，或把那一张直接并过去。',
    en: 'Others were merged into this one: undo that first.',
  },
  'desk.merge_into_ended': {
    status: 409,
    zh: '那张服务单“{state}”，不能再并入。',
    en: 'That request has ended ({state}).',
  },
  'desk.parent_level': {
    status: 409,
    zh: '群体事件只有一层，请选择事件的主单。',
    en: 'A group event has one level: choose its head request.',
  },
  'desk.kind_same': { status: 409, zh: '类别没有变。', en: 'The kind is the same.' },
  'desk.kind_sealed': {
    status: 403,
    zh: '举报只能由有权查看保密事项的人改类别。',
    en: 'Only those who see sealed matters change the kind of a tip.',
  },
  'desk.topic_unknown': { status: 409, zh: '没有这个主题，请重新选择。', en: 'There is no such topic.' },
  'desk.not_classified': {
    status: 409,
    zh: '请先归类，再标记已解决。',
    en: 'Classify the request before it is solved.',
  },
  'desk.not_answered': {
    status: 409,
    zh: '还没有答复过客户，不能标记已解决。',
    en: 'The customer has had no answer yet.',
  },
  'desk.call_person_same': {
    status: 409,
    zh: '这通电话已经记在这位客户名下。',
    en: 'The call is held for this person already.',
  },
  'desk.person_merged': {
    status: 409,
    zh: '这位客户的资料已合并到另一份，请重新查找。',
    en: "The person's record was merged into another one.",
  },
  'desk.mailbox_password': {
    status: 409,
    zh: '请填写邮箱的密码（授权码）。',
    en: 'The password of the mailbox is missing.',
  },
  'desk.mailbox_twice': {
    status: 409,
    zh: '邮箱 {address} 已经设置过。',
    en: 'The mailbox {address} is set up already.',
  },
  'desk.link_unknown': { status: 409, zh: '没有找到要关联的对象。', en: 'What is to be linked was not found.' },
  'desk.call_not_owed': {
    status: 409,
    zh: '这通电话“{state}”，不需要回拨。',
    en: 'This call is not owed a call back ({state}).',
  },
  'desk.call_taken': { status: 409, zh: '{owner}正在回拨这通电话。', en: '{owner} is calling back.' },
  'desk.line_twice': { status: 409, zh: '号码 {number} 登记了两次。', en: 'The number {number} is entered twice.' },
  'desk.extension_twice': {
    status: 409,
    zh: '一个分机只能有一位坐席，一位坐席只能有一个分机；有重复，请检查。',
    en: 'One extension per agent and one agent per extension: some are entered twice.',
  },
  'desk.postmark_after_receipt': {
    status: 409,
    zh: '邮戳日不能晚于收到日，请检查。',
    en: 'The postmark cannot be later than the receipt.',
  },
  'desk.sheet_number_missing': {
    status: 409,
    zh: '填了要求答复的日期，也要填转办单编号。',
    en: 'A demanded date needs the number of the sheet.',
  },
  'desk.span_wrong': {
    status: 400,
    zh: '起止日期不对：结束不能早于开始，最多看 {most} 天。',
    en: 'The days are wrong: the end may not lie before the beginning, and at most {most} days.',
  },
  'desk.phone_token_missing': {
    status: 409,
    zh: '填了回调地址，也要填话务系统的密钥。',
    en: 'An address needs the token of the telephone system.',
  },
  'desk.wording_faulty': {
    status: 409,
    zh: '用语规则有问题：{what}。',
    en: 'The rules of wording are faulty: {what}.',
  },
  'desk.box_removed': { status: 409, zh: '这个意见箱已撤。', en: 'This box was removed.' },
  'desk.box_place_twice': {
    status: 409,
    zh: '这个网点的“{place}”已有一个意见箱。',
    en: 'There is a box at {place} of this outlet already.',
  },
  'desk.box_waiting': {
    status: 409,
    zh: '上一次开箱还等同开人确认，请先确认。',
    en: 'The last opening still waits for its second person.',
  },
  'desk.box_same_person': {
    status: 409,
    zh: '开箱要两个人：同开人不能是您自己。',
    en: 'A box is opened by two different persons.',
  },
  'desk.box_opened_in_future': {
    status: 409,
    zh: '开箱时间不能晚于现在。',
    en: 'It cannot have been opened in the future.',
  },
  'desk.box_opened_before': {
    status: 409,
    zh: '开箱时间不能早于上次开箱（没有开过的，不能早于设箱）。',
    en: 'It cannot have been opened before the last opening, or before it was hung.',
  },
  'desk.box_not_witness': {
    status: 403,
    zh: '只有登记的同开人本人能确认这次开箱。',
    en: 'Only the second person named may sign this opening.',
  },
  'desk.box_dispute_missing': {
    status: 409,
    zh: '不认可的，请写明哪里不对。',
    en: 'Say what was otherwise.',
  },
  'desk.box_letter_file': {
    status: 400,
    zh: '照片没有对应的信件，请重新添加。',
    en: 'A file belongs to no letter.',
  },
  'desk.plan_without_human': {
    status: 409,
    zh: '主菜单里必须有一个转人工的键。',
    en: 'The first menu must have a key that leads to a human.',
  },
  'desk.plan_key_twice': { status: 409, zh: '按键 {key} 写了两次。', en: 'Key {key} is used twice.' },
  'desk.plan_key_wrong': {
    status: 409,
    zh: '按键 {key}：选语言的键要写明语言，其他键不写。',
    en: 'Key {key}: a language belongs to keys that choose one, and only to them.',
  },
  'desk.plan_prompt_missing': {
    status: 409,
    zh: '这条线路还没有在用的“{occasion}”普通话录音。',
    en: 'This line has no prompt in Mandarin in use for: {occasion}.',
  },
  'desk.plan_key_unsaid': {
    status: 409,
    zh: '主菜单的录音里没有说到按键 {key}，听的人不知道可以按。',
    en: 'The prompts of the menu do not say key {key}: nobody would know of it.',
  },
  'desk.prompt_needed': {
    status: 409,
    zh: '{line}的播放计划会因此不成立（{why}），请先改播放计划。',
    en: 'The plan of {line} would not hold any more ({why}): change the plan first.',
  },
  'desk.no_recording': { status: 404, zh: '这通电话没有保存录音。', en: 'No recording of this call was kept.' },
  'desk.recording_coming': {
    status: 409,
    zh: '录音还在从话务系统下载，请稍后再听。',
    en: 'The recording is on its way from the telephone system.',
  },
  'desk.recording_gone': {
    status: 409,
    zh: '录音没有取到：{why}。',
    en: 'The recording could not be fetched: {why}.',
  },
} as const satisfies RefusalCatalogue

/** Refusals of the road of 举报 (CMP-12). */
import type { RefusalCatalogue } from '../../kernel/index.ts'

export const tipRefusals = {
  'tip.reporter_unreachable': {
    status: 409,
    zh: '实名举报请写姓名，并留一个联系方式；不愿留的，请选匿名。',
    en: 'A named report needs a name and one way to reach you; otherwise choose anonymous.',
  },
  'tip.nobody_impartial': {
    status: 409,
    zh: '本公司有权办理举报的人都须回避，请直接向金融监管部门举报（12378）。',
    en: 'Everybody here who could examine this must keep out of it: please turn to the supervisor (12378).',
  },
  'tip.no_words': {
    status: 409,
    zh: '请写明举报的事情。',
    en: 'Please write down what is reported.',
  },
  'tip.received_in_future': {
    status: 409,
    zh: '收到举报的时间晚于现在，请核对。',
    en: 'A report cannot be received in the future.',
  },
  'tip.open_first': {
    status: 409,
    zh: '查看举报须先写明事由，每次四小时有效，并记入审计。',
    en: 'Opening a report needs a reason; it holds for four hours and stands in the audit log.',
  },
  'tip.examiner_unfit': {
    status: 409,
    zh: '选定的人不能承办本件，请另选。',
    en: 'That person cannot examine this case.',
  },
  'tip.not_the_examiner': {
    status: 403,
    zh: '由承办人{name}办理。',
    en: '{name} examines this case.',
  },
  'tip.not_accepted': {
    status: 409,
    zh: '没有受理的，只能作“不予受理”或“移送”的结论；受理后须调查才能下结论。',
    en: 'What was not accepted can only be declined or transferred; what was accepted is examined.',
  },
  'tip.finding_missing': {
    status: 409,
    zh: '下结论前，调查材料里至少要有一条证据或访谈。',
    en: 'A conclusion needs at least one piece of evidence or an interview in the file.',
  },
  'tip.protection_missing': {
    status: 409,
    zh: '请先记录对举报人的保护措施（不需要的，写明理由）。',
    en: 'Note first how the reporter is protected, or why nothing is needed.',
  },
  'tip.authority_missing': {
    status: 409,
    zh: '移送须写明移送给哪个部门。',
    en: 'A transfer names the authority.',
  },
  'tip.own_conclusion': {
    status: 403,
    zh: '复核、办结须由承办人以外的人进行。',
    en: 'Somebody else than the examiner confirms and closes.',
  },
  'tip.reason_missing': {
    status: 409,
    zh: '请写明原因。',
    en: 'Please give the reason.',
  },
  'tip.closing_debts': {
    status: 409,
    zh: '还不能办结：{debts}。',
    en: 'Not to be closed yet: {debts}.',
  },
  'tip.result_not_ready': {
    status: 409,
    zh: '结论复核后才能告知举报人。',
    en: 'The reporter is told after the conclusion has been confirmed.',
  },
  'tip.code_unknown': {
    status: 404,
    zh: '没有这个查询码，请核对后再输。',
    en: 'There is no such code; please check it.',
  },
  'tip.ended': {
    status: 409,
    zh: '这件举报已经转为投诉，不能再补充。',
    en: 'This report went on as a complaint; nothing can be added here.',
  },
  'tip.complaint_too_far': {
    status: 409,
    zh: '这件投诉已有{what}，不能转为举报，请另行登记举报。',
    en: 'This complaint already has {what} and cannot become a report: register the report on its own.',
  },
} satisfies RefusalCatalogue

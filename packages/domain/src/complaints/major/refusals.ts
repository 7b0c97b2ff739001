/** Refusals about major and linked complaints (CMP-12). */
import type { RefusalCatalogue } from '../../kernel/index.ts'

export const majorRefusals = {
  'complaint.major_reason_missing': {
    status: 409,
    zh: '不到二十人当面投诉的，宣布为重大投诉要写明理由。',
    en: 'Say why it is a major complaint.',
  },
  'complaint.major_place_missing': {
    status: 409,
    zh: '当面的重大投诉要写明接待场所和是否录音录像。',
    en: 'Say where the people are heard and whether it is recorded.',
  },
  'complaint.major_command': {
    status: 409,
    zh: '指挥人和报告对象须是两个人。',
    en: 'Whoever leads reports to somebody else.',
  },
  'complaint.major_person': {
    status: 409,
    zh: '只能选择在岗、可以查看本件的人员。',
    en: 'It has to be somebody present who may see the case.',
  },
  'complaint.major_receiver': {
    status: 409,
    zh: '只能向在岗、有权审批投诉的负责人报告。',
    en: 'It is reported to somebody present who decides on complaints.',
  },
  'complaint.major_not_yours': {
    status: 403,
    zh: '由指挥人、协调人或本项的责任人办理。',
    en: 'This belongs to whoever leads, coordinates or owns the step.',
  },
  'complaint.major_not_declared': {
    status: 409,
    zh: '本件现在不是处置中的重大投诉。',
    en: 'It is not a declared major complaint.',
  },
  'complaint.major_report_order': {
    status: 409,
    zh: '先首次报告一次，再续报；现场处置完毕后作终结报告。',
    en: 'A first report once, then follow-ups, the final one after it is settled on site.',
  },
  'complaint.major_steps_open': {
    status: 409,
    zh: '处置方案还有 {count} 项没有做完，不能申请解除。',
    en: '{count} steps of the plan are open.',
  },
  'complaint.major_final_missing': {
    status: 409,
    zh: '还没有终结报告，不能申请解除。',
    en: 'The final report is missing.',
  },
  'complaint.major_own_lifting': {
    status: 403,
    zh: '解除重大投诉须由申请人以外的人批准。',
    en: 'It is lifted by somebody else than who asked.',
  },
  'complaint.signal_changed': {
    status: 409,
    zh: '这条线索已经变了，请刷新后再看。',
    en: 'The signal has changed: look at it again.',
  },
} as const satisfies RefusalCatalogue

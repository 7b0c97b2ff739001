import type { RefusalCatalogue } from '../kernel/index.ts'

/** Why a duty cannot be closed or opened by hand (RPT-06). */
export const reportingRefusals = {
  'duty.not_yours': {
    status: 403,
    zh: '这项职责由别人负责，只有责任人、代办人或管理员能办结。',
    en: 'Somebody else answers for this duty.',
  },
  'duty.not_begun': {
    status: 409,
    zh: '这一期从 {from} 开始，还不能办结。',
    en: 'This period begins on {from}; it cannot be closed yet.',
  },
  'duty.no_evidence': {
    status: 400,
    zh: '请上传证明材料（照片或 PDF）。没有证明材料不能办结。',
    en: 'Please attach the evidence (photo or PDF). A duty closes only with its evidence.',
  },
  'duty.not_by_hand': {
    status: 409,
    zh: '这项职责按期自动生成，只有“按需”的职责可以手工登记。',
    en: 'This duty opens by itself; only ad-hoc duties are opened by hand.',
  },
  'duty.due_in_past': {
    status: 400,
    zh: '完成期限 {dueOn} 已经过去，请选今天或以后。',
    en: 'The due day {dueOn} has passed; choose today or later.',
  },
  'duty.unknown_choice': {
    status: 400,
    zh: '选的{what}不存在或已停用，请重新选择。',
    en: 'The chosen {what} does not exist or is inactive.',
  },
} as const satisfies RefusalCatalogue

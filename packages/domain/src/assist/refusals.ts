/** Refusals of the assist row (ORG-01). */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const assistRefusals = {
  'assist.not_intermediary': {
    status: 403,
    zh: '协助理赔由保险经纪、保险代理机构办理，保险公司请直接登记报案。',
    en: 'Only brokers and agencies assist with claims; an insurer takes a report.',
  },
  'assist.insurer_missing': { status: 409, zh: '请选择或填写保险公司。', en: 'Choose or name the insurer.' },
  'assist.insurer_unknown': {
    status: 409,
    zh: '没有找到这家保险公司，请重新选择。',
    en: 'There is no such insurer here.',
  },
  'assist.ended': { status: 409, zh: '本案“{state}”，不能再加资料。', en: 'The case has ended ({state}).' },
  'assist.too_many_files': { status: 409, zh: '一件案子最多存 {most} 个文件。', en: 'At most {most} files a case.' },
  'assist.followed_already': {
    status: 409,
    zh: '{insurer}在本系统内办理，进展会自动更新，不用手工登记。',
    en: '{insurer} works on this installation: its progress comes by itself.',
  },
  'assist.not_submitted': { status: 409, zh: '本案还没有提交保险公司。', en: 'The case is not submitted yet.' },
  'assist.case_no_missing': {
    status: 409,
    zh: '请填写保险公司的案号，以便查询。',
    en: "The insurer's case number is missing.",
  },
  'assist.sum_missing': {
    status: 409,
    zh: '请填写保险公司决定或支付的金额（没有赔付填 0）。',
    en: 'The sum is missing; 0 for none.',
  },
} as const satisfies RefusalCatalogue

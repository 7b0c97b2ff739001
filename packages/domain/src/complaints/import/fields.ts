/**
 * CMP-13: the columns of a file of past complaints, and what offices and supervisors call them, in Chinese and English
 * (headings of published complaint files of NAIC states and of the CFPB). A guess to begin with; a person looks at it.
 */
export const HISTORY_FIELDS = {
  externalNo: { zh: '投诉编号', required: true, several: false },
  receivedOn: { zh: '收到日期', required: true, several: false },
  closedOn: { zh: '办结日期', required: false, several: false },
  product: { zh: '险种或产品', required: false, several: true },
  reasons: { zh: '投诉事由（可多列、可多值）', required: false, several: true },
  outcomes: { zh: '处理结果（可多列、可多值）', required: false, several: true },
  company: { zh: '被投诉机构', required: false, several: false },
  channel: { zh: '渠道', required: false, several: false },
  region: { zh: '地区', required: false, several: false },
  state: { zh: '来源中的状态', required: false, several: false },
  complainant: { zh: '投诉人', required: false, several: false },
  matter: { zh: '投诉内容', required: false, several: true },
} as const
export type HistoryField = keyof typeof HISTORY_FIELDS

const HEADINGS: Readonly<Record<HistoryField, readonly string[]>> = {
  externalNo: ['投诉编号', '投诉号', '受理编号', '受理号', '工单编号', '工单号', '案件号', '案件编号', '编号'].concat([
    'complaintid',
    'complaintno',
    'complaintnumber',
    'fileno',
    'filenumber',
    'caseno',
    'caseid',
    'id',
  ]),
  receivedOn: [
    '收到日期',
    '受理日期',
    '投诉日期',
    '接收日期',
    '登记日期',
    '收到时间',
    '受理时间',
    '投诉时间',
    '登记时间',
  ].concat(['datereceived', 'receiveddate', 'received', 'receivedon', 'opened', 'dateopened', 'opendate']),
  closedOn: ['办结日期', '结案日期', '完成日期', '关闭日期', '办结时间', '结案时间', '处理完成时间'].concat([
    'closed',
    'closeddate',
    'dateclosed',
    'closedate',
    'closedon',
    'dateresolved',
    'resolveddate',
  ]),
  product: ['险种', '险种名称', '产品', '产品名称', '业务类型', '险类'].concat([
    'product',
    'subproduct',
    'coverage',
    'coveragetype',
    'subcoverage',
    'lineofbusiness',
  ]),
  reasons: ['投诉事由', '投诉原因', '事由', '原因', '投诉类别', '投诉类型', '问题分类', '一级原因', '二级原因'].concat([
    'reason',
    'reasons',
    'subreason',
    'reasoncomplaintfiled',
    'issue',
    'subissue',
    'cause',
  ]),
  outcomes: ['处理结果', '办理结果', '处理结论', '结论', '结案方式', '核查结果']
    .concat(['disposition', 'dispositions', 'conclusion', 'howresolved', 'resolution', 'outcome'])
    .concat(['companyresponsetoconsumer', 'companyresponse']),
  company: [
    '被投诉机构',
    '被投诉单位',
    '被投诉公司',
    '机构',
    '机构名称',
    '公司',
    '公司名称',
    '分公司',
    '承保公司',
  ].concat(['company', 'companyname', 'complaintfiledagainst', 'respondent', 'respondentname', 'insurer']),
  channel: ['渠道', '投诉渠道', '受理渠道', '来源', '投诉来源', '投诉途径', 'submittedvia', 'channel', 'source'],
  region: ['地区', '区域', '省份', '城市', '所在地', 'state', 'region', 'county', 'province'],
  state: ['状态', '办理状态', '处理状态', 'status', 'complaintstatus'],
  complainant: ['投诉人', '投诉人姓名', '客户姓名', '姓名', 'complainant', 'complainantname', 'consumername'],
  matter: ['投诉内容', '内容', '问题描述', '事实', '诉求', '事实与诉求', '投诉事项'].concat([
    'consumercomplaintnarrative',
    'narrative',
    'description',
    'facts',
  ]),
}

function plain(heading: string): string {
  return heading.toLowerCase().replace(/[\s_\-./()（）:：?？#]/g, '')
}

export type HistoryColumns = Readonly<Partial<Record<HistoryField, readonly string[]>>>

/** Field → headings of this file. A field that takes one column takes the heading met first in our list. */
export function guessColumns(headings: readonly string[]): HistoryColumns {
  const taken = new Set<string>()
  const found: Partial<Record<HistoryField, readonly string[]>> = {}
  for (const field of fieldNames()) {
    const ours = HEADINGS[field].flatMap((name) => headings.filter((one) => plain(one) === name && !taken.has(one)))
    const chosen = HISTORY_FIELDS[field].several ? ours : ours.slice(0, 1)
    if (chosen.length === 0) continue
    for (const one of chosen) taken.add(one)
    found[field] = headings.filter((one) => chosen.includes(one))
  }
  return found
}

export function fieldNames(): readonly HistoryField[] {
  return [
    'externalNo',
    'receivedOn',
    'closedOn',
    'product',
    'reasons',
    'outcomes',
    'company',
    'channel',
    'region',
    'state',
    'complainant',
    'matter',
  ]
}

/** Events of a 举报: no name, no number, no text; they lie under its seal (CMP-12, CUS-11). */
export const tipEventCatalogue = {
  'whistleblow.received': '收到举报',
  'whistleblow.opened': '查看举报',
  'whistleblow.accepted': '受理举报',
  'whistleblow.entry_added': '举报：{kindWord}',
  'whistleblow.added_to': '举报人补充',
  'whistleblow.concluded': '举报有结论，待复核',
  'whistleblow.returned': '举报结论退回',
  'whistleblow.examined': '举报查清',
  'whistleblow.ended': '举报不再调查',
  'whistleblow.told': '告知举报人结果',
  'whistleblow.closed': '举报办结',
  'whistleblow.turned': '举报转为投诉',
} as const

/** Events of the telephone, with the sentence the timeline shows; T02, T03, T09, T10 and T20 run by them. */
export const callEventCatalogue = {
  'call.rang': '客户来电',
  'call.dialled': '呼出电话',
  'call.answered': '接通电话',
  'call.ended': '通话结束',
  'call.missed': '来电未接通，应回拨',
  'call.abandoned': '来电刚响即挂断',
  'call.not_reached': '呼出无人接听',
  'call.called_back': '已回拨接通',
  'call.back_tried': '回拨未接通',
  'call.taken': '认领回拨',
  'call.linked': '通话记到服务单',
  'call.recording_left': '未保存录音：没有告知或客户不同意',
  'call.number_shown': '查看完整来电号码',
  'telephone.changed': '修改电话线路和分机',
} as const

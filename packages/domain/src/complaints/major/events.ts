/** Events of major and of linked complaints, with the sentence the timeline shows (CMP-12). */
export const majorEventCatalogue = {
  'complaint.major_proposed': '{peopleCount} 人当面投诉，列为重大投诉，待宣布',
  'complaint.major_declared': '宣布为重大投诉',
  'complaint.major_planned': '重大投诉处置方案增加一项',
  'complaint.major_step_done': '重大投诉处置方案做完一项',
  'complaint.major_reported': '重大投诉{stageWord}',
  'complaint.major_settled': '重大投诉现场处置完毕',
  'complaint.major_lift_asked': '申请解除重大投诉',
  'complaint.major_kept': '不同意解除重大投诉',
  'complaint.linkage_decided': '查看{kindWord}的线索：{count} 件{verdictWord}',
  'complaint.major_lifted': '解除重大投诉',
} as const

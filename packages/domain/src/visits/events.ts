/** Events of the visits row, with the sentence the timeline shows; home and scene have promises of their own. */
export const visitEventCatalogue = {
  'home_visit.requested': '提出上门服务 {visitNo}',
  'home_visit.agreed': '约定上门时间',
  'home_visit.put_off': '提前告知改期上门',
  'home_visit.made': '已经上门',
  'home_visit.cancelled': '取消上门',
  'scene_visit.requested': '要求到场查勘 {visitNo}',
  'scene_visit.put_off': '提前告知改期到场',
  'scene_visit.arrived': '到达现场',
  'scene_visit.cancelled': '取消到场',
  'visit.requested': '提出视频协助 {visitNo}',
  'visit.agreed': '约定时间和人员',
  'visit.put_off': '提前告知改期',
  'visit.set_out': '已出发',
  'visit.arrived': '已到达',
  'visit.made': '已办完',
  'visit.missed': '没见到人',
  'visit.cancelled': '已取消',
  'visit.exception_confirmed': '主管确认可以出发',
  'visit.record_kept': '交回的记录与现状不一致，两份都留着待选',
  'visit.record_chosen': '选定采用的记录',
  'visit.phone_shown': '查看完整电话',
  'visit.room_opened': '打开视频房间，链接已发给客户',
  'visit.video_consented': '客户同意视频（第 {consentVersion} 版说明），不录像',
  'visit.room_closed': '视频结束',
  'visitor.saved': '登记上门人员',
  'visitor.safety_read': '学习安全守则第 {version} 版',
  'village_area.confirmed': '村居市区、郊区生效：市区 {urban}，郊区 {suburban}',
} as const

export function visitEventTitle(name: string, facts: Readonly<Record<string, unknown>>): string {
  const text: string | undefined = Object.entries(visitEventCatalogue).find(([known]) => known === name)?.[1]
  return (text ?? name).replace(/\{(\w+)\}/g, (_, fact: string) => String(facts[fact] ?? ''))
}

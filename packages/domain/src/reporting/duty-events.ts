/** What happened to a duty, as its history says it (RPT-06). */
export const dutyEventCatalogue: Readonly<Record<string, string>> = {
  'duty.opened': '本期职责生成',
  'duty.opened_by_hand': '登记本次职责',
  'duty.assigned': '指定责任人',
  'duty.reminded': '提醒：期限已用 {percent}%',
  'duty.closed': '办结，证明材料 {files} 份',
  'duty.reopened': '重新打开',
}

export function dutyEventTitle(name: string, facts: Readonly<Record<string, unknown>>): string {
  return (dutyEventCatalogue[name] ?? name).replace(/\{(\w+)\}/g, (_, fact: string) => String(facts[fact] ?? ''))
}

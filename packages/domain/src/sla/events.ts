/** Events the clocks and their two desks leave (CLK-01, CLK-02, CLK-04). */
export const eventCatalogue = {
  'clock.broken': '“{promise}”已超期',
  'entry.held': '补录的时间早于已有记录，待批',
  'entry.approved': '补录的时间获认可',
  'entry.rejected': '补录的时间不认可',
  'service.fault_recorded': '登记网上服务中断',
  'service.fault_ended': '网上服务恢复',
  'calendar.proposed': '提交日历变更',
  'calendar.confirmed': '日历变更生效',
  'calendar.rejected': '退回日历变更',
  'definition.proposed': '提交时限规则 {clock} 第 {version} 版',
  'definition.confirmed': '时限规则 {clock} 第 {version} 版生效',
  'definition.rejected': '退回时限规则 {clock}',
  'definition.withdrawn': '撤回时限规则 {clock}',
  'definition.reapplied': '时限规则 {clock} 第 {version} 版对在走的案件重算完毕',
} as const

/** Events the clocks and the calendar desk leave (CLK-02, CLK-04). */
export const eventCatalogue = {
  'clock.broken': '时限 {clock} 已超期',
  'calendar.proposed': '提交日历变更',
  'calendar.confirmed': '日历变更生效',
  'calendar.rejected': '退回日历变更',
} as const

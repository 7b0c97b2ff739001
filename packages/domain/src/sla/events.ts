/** Events the clocks themselves leave on a case (CLK-04). */
export const eventCatalogue = {
  'clock.broken': '时限 {clock} 已超期',
} as const

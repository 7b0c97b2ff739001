/** Events of the complaints row, with the sentence the timeline shows. */
export const complaintEventCatalogue = {
  'complaint.received': '收到投诉 {complaintNo}',
} as const

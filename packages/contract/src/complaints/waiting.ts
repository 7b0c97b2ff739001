/** CMP-07…09, CMP-11, CMP-12: what of complaints waits for the reader beside the own cases. */
import { z } from 'zod'
import { Day, Id, Instant, route, TimeLeft } from '../kernel/index.ts'

export const ComplaintWaiting = z.object({
  /** Of what waits, unique in the list. */
  id: Id,
  kind: z.enum([
    'judge',
    'extend',
    'lift',
    'step',
    'mandate',
    'assignRecheck',
    'recheck',
    'sheetDraft',
    'sheetJudge',
    'sheetSend',
  ]),
  kindWord: z.string(),
  complaintId: Id,
  complaintNo: z.string(),
  /** Of the complainant. */
  name: z.string(),
  /** What is to be done, where it was put in words. */
  what: z.string(),
  /** The day of a step or on a sheet; else the complaint's own time is told. */
  dueOn: Day.nullable(),
  late: z.boolean(),
  dueAt: Instant.nullable(),
  timeLeft: TimeLeft.nullable(),
})

export const listComplaintWaiting = route({
  id: 'listComplaintWaiting',
  method: 'GET',
  path: '/api/complaint-waiting',
  permission: 'complaint.read',
  summary:
    '投诉中等我处理的：待审批的方案、延期和解除，处置方案中我负责的事项，待核看的委托书，待分派和待作出的核查，待写、待审批、待报送的转办报告',
  sensitive: true,
  answer: z.object({ items: z.array(ComplaintWaiting) }),
})

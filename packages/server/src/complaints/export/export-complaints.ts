/**
 * CMP-13, OPS-05, CUS-09: the complaints list as a file, as whoever asks sees it: those about them are not in it
 * (CMP-05). Entered and marked before it leaves; telephones and what was said stay in the case.
 */
import type { exportComplaints as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { CAUSE_GROUPS, CAUSES, COMPLAINT_CLASSES, PRIORITIES } from '@anpei/domain/complaints'
import { dayOfInstant, dueMinuteText, minuteText, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { enterExport } from '../../customers/index.ts'
import { tableFile, type Cell } from '../../files/index.ts'
import { systemWrite, type FileAnswer, type Tx } from '../../http/index.ts'
import { nationalCodes, type NationalCodes } from '../store-categories.ts'
import { complaintFilter, complaintPage, countComplaints, type ComplaintItem } from '../views-list.ts'

const MOST_ROWS = 5000
const BATCH = 500
const HEADER: readonly Cell[] = [
  '投诉编号',
  '状态',
  '投诉人',
  '一级事由',
  '二级事由',
  '国家标准代码',
  '国家标准名称',
  '法定期限',
  '优先级',
  '重大投诉',
  '渠道',
  '赔案',
  '责任人',
  '收到时间',
  '最早到期',
]

export async function exportComplaints(tx: Tx, { query }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const count = await countComplaints(tx, complaintFilter(tx, query))
  if (count > MOST_ROWS) return refuse('complaint.export_too_long', { most: MOST_ROWS })
  // Reading opens no transaction of its own; the entry stands before the file leaves.
  const made = await systemWrite(tx.app, tx.actor, (own) =>
    enterExport(own, {
      what: 'complaints',
      format: query.format,
      reason: '投诉列表页导出',
      partnerId: null,
      rowCount: count,
      sha256: null,
      subjectId: null,
      bulk: true,
    }),
  )
  if (!made.ok) return made
  const { mark } = made.value
  const file = await tableFile(query.format, '投诉', table(tx, query), mark)
  return ok({ ...file, fileName: `投诉-${dayOfInstant(tx.now)}-${mark.no}.${query.format}` })
}

async function* table(tx: Tx, query: Input<typeof route>['query']): AsyncGenerator<readonly Cell[]> {
  yield HEADER
  const codes = await nationalCodes(tx)
  let cursor: string | undefined
  for (;;) {
    const page = await complaintPage(tx, { ...query, limit: BATCH, cursor })
    for (const item of page.items) yield cellsOf(item, codes)
    if (!page.nextCursor) return
    cursor = page.nextCursor
  }
}

function cellsOf(item: ComplaintItem, codes: NationalCodes): readonly Cell[] {
  const { cause, priority } = item
  const national = cause === null ? undefined : codes.get(cause)
  return [
    item.complaintNo,
    item.stateWord,
    item.name,
    cause === null ? '' : CAUSE_GROUPS[CAUSES[cause].group],
    item.causeWord ?? '未分类',
    national?.code ?? '',
    national?.name ?? '',
    COMPLAINT_CLASSES[item.class],
    priority === 1 ? PRIORITIES[1] : priority === 2 ? PRIORITIES[2] : PRIORITIES[3],
    item.major ? '是' : '',
    item.channelWord,
    item.claimNo ?? '',
    item.responsibleName ?? '未指派',
    minuteText(item.receivedAt),
    item.dueAt ? dueMinuteText(item.dueAt) : '',
  ]
}

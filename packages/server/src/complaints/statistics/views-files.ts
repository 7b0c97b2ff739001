/** CMP-13, CMP-14: the board as a workbook; a publication, and so the yearly report, as pages or a workbook. */
import type {
  exportComplaintFigures as boardRoute,
  getPublicationFile as route,
  PublishedFigures,
} from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { COMPLAINT_SERIES, FIGURES } from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { reportPdf, reportWorkbook, workbookFile, type ReportPages } from '../../files/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { publicationsWhere } from './store-publications.ts'
import { getComplaintFigures } from './views-figures.ts'
import { publishedView } from './views-publications.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const WIDE = 28
const NARROW = 12

export async function exportComplaintFigures(tx: Tx, asked: Input<typeof boardRoute>): Promise<Decision<FileAnswer>> {
  const { query } = asked
  const board = await getComplaintFigures(tx, asked)
  if (!board.ok) return board
  const { tables, total, months, days, clocks } = board.value
  const names = Object.keys(FIGURES)
  const figures = (of: Readonly<Record<string, number>>) => names.map((name) => of[name] ?? 0)
  const widths = [WIDE, ...names.map(() => NARROW)]
  const head = Object.values(FIGURES)
  const sheets = [
    {
      name: '合计',
      widths,
      rows: [
        ['期间', ...head],
        [`${query.from} 至 ${query.to}（${COMPLAINT_SERIES[query.series]}）`, ...figures(total)],
        [],
        ['告知用时（自然日）', '件数', '中位数', '八成', '九成', '最长'],
        ['', days.closed, days.median ?? '', days.p80 ?? '', days.p90 ?? '', days.longest ?? ''],
      ],
    },
    {
      name: '各月',
      widths: [...widths, NARROW, NARROW],
      rows: [
        ['月份', ...head, '用时中位数', '用时九成'],
        ...months.map((one) => [one.month, ...figures(one.figures), one.days.median ?? '', one.days.p90 ?? '']),
      ],
    },
    ...tables.map(({ name, lines }) => ({
      name,
      widths,
      rows: [[name, ...head], ...lines.map((line) => [line.word, ...figures(line.figures)])],
    })),
    {
      name: '时限',
      widths: [NARROW, WIDE, NARROW, NARROW, NARROW, NARROW],
      rows: [
        ['编号', '时限', '按时', '按约', '超时', '进行中'],
        ...clocks.map((one) => [one.clockId, one.name, one.kept, one.keptByAgreement, one.broken, one.running]),
      ],
    },
  ]
  return ok({
    bytes: await workbookFile(sheets),
    mediaType: XLSX,
    fileName: `投诉分析-${query.from}-${query.to}.xlsx`,
  })
}

export async function getPublicationFile(tx: Tx, { params }: Input<typeof route>): Promise<Decision<FileAnswer>> {
  const [found] = await publicationsWhere(tx, sql`state <> 'dropped' and id = ${params.publicationId}`)
  if (!found) return refuse('request.not_found')
  const { periodName, version, figures, measures, reason, publishedAt } = publishedView(found)
  const draft = publishedAt === null ? '（草稿，未公布）' : ''
  const report: ReportPages = {
    title: `${periodName}消费投诉情况报告${version > 1 ? `（第 ${version} 版）` : ''}${draft}`,
    summary: [summaryOf(figures), reason === '' ? '' : `更正原因：${reason}`].filter((text) => text !== '').join('\n'),
    tables: [
      ...tablesOf('本公司受理', figures.own, figures.least),
      ...tablesOf('监管转办', figures.regulator, figures.least),
      { title: '改进措施', head: ['措施'], rows: measures === '' ? [] : [[measures]], note: '' },
    ],
  }
  const pdf = params.format === 'pdf'
  return ok({
    bytes: await (pdf ? reportPdf(report, dayOfInstant(publishedAt ?? found.frozenAt)) : reportWorkbook(report)),
    mediaType: pdf ? 'application/pdf' : XLSX,
    fileName: `消费投诉情况-${found.period.key}-v${version}.${params.format}`,
  })
}

function summaryOf({ own, regulator, least }: PublishedFigures): string {
  const count = (part: PublishedFigures['own']) => (part.received === null ? `不足 ${least} 件` : `${part.received} 件`)
  const days = own.medianDays === null ? '' : `，从收到到告知处理决定的中位数为 ${own.medianDays} 天`
  return `本公司受理消费投诉 ${count(own)}${days}；监管部门转办 ${count(regulator)}。两列分开统计。`
}

const HIDDEN = '未公布'

function tablesOf(series: string, part: PublishedFigures['own'], least: number): ReportPages['tables'] {
  const ratios = part.ratios ?? {
    perHundredMillionYuan: null,
    perTenThousandPolicies: null,
    perTenThousandPersons: null,
  }
  const rate = (value: number | null) => (value === null ? '—' : value.toFixed(2))
  const rated = {
    title: `${series}：投诉率`,
    head: ['亿元保费投诉量', '万张保单投诉量', '万人次投诉量'],
    rows: [
      [rate(ratios.perHundredMillionYuan), rate(ratios.perTenThousandPolicies), rate(ratios.perTenThousandPersons)],
    ],
    note: '',
  }
  return [
    ...(part.ratios ? [rated] : []),
    ...part.tables.map(({ title, head, rows, columns, counts }) => {
      const totals = columns.length > 1
      const line = (at: number) => (counts[at] ?? []).slice(0, totals ? undefined : -1).map((n) => n ?? HIDDEN)
      return {
        title: `${series}：${title}`,
        head: [head, ...columns, ...(totals ? ['合计'] : [])],
        rows: [...rows.map((row, at) => [row, ...line(at)]), ['合计', ...line(rows.length)]],
        note: `为保护当事人，少于 ${least} 件的数字和可以据以推算的数字不公布。`,
      }
    }),
  ]
}

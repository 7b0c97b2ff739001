/** RPT-02: 投诉率 with what is divided by what, what is left out, and where each comes from. */
import { getComplaintRatios } from '@anpei/contract/complaints'
import type { Answer } from '@anpei/contract/kernel'
import type { ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import { countText, yuan } from '../../kernel/index.ts'
import { Answered, DataTable, Panel, type Column } from '../../kit/index.ts'
import { daysOf } from './months.tsx'

type Ratios = Answer<typeof getComplaintRatios>
type Rate = {
  readonly id: string
  readonly name: string
  readonly of: (ratios: Ratios['own']) => number | null
  readonly base: (ratios: Ratios) => string
  readonly source: string
}

const RATES: readonly Rate[] = [
  {
    id: 'premium',
    name: '亿元保费投诉量',
    of: (ratios) => ratios.perHundredMillionYuan,
    base: ({ premiumFen }) => `期内到账保费 ${yuan(premiumFen)}`,
    source: '保费到账登记',
  },
  {
    id: 'policies',
    name: '万张保单投诉量',
    of: (ratios) => ratios.perTenThousandPolicies,
    base: ({ policies }) => `期末有效保单 ${countText(policies, false)} 张`,
    source: '保单',
  },
  {
    id: 'persons',
    name: '万人次投诉量',
    of: (ratios) => ratios.perTenThousandPersons,
    base: ({ persons }) => `期末承保 ${countText(persons, false)} 人`,
    source: '花名册承保期间',
  },
]

const text = (rate: number | null): string => (rate === null ? '—' : rate.toFixed(2))

function columnsOf(ratios: Ratios): readonly Column<Rate>[] {
  return [
    { key: 'name', title: '指标', render: (row) => <strong>{row.name}</strong> },
    { key: 'regulator', title: '监管转办', align: 'right', render: (row) => text(row.of(ratios.regulator)) },
    { key: 'own', title: '本公司受理', align: 'right', render: (row) => text(row.of(ratios.own)) },
    {
      key: 'numerator',
      title: '分子',
      render: () => `期内收到 ${ratios.regulator.count} 件 / ${ratios.own.count} 件`,
    },
    { key: 'denominator', title: '分母', render: (row) => row.base(ratios) },
    { key: 'source', title: '来源', render: (row) => `投诉登记、转办单；${row.source}` },
  ]
}

export function Rates({ from, to }: { readonly from: string; readonly to: string }): ReactElement {
  const found = useCall(getComplaintRatios, { query: daysOf({ from, to }) })
  return (
    <Panel title="投诉率" flush>
      <Answered of={found}>
        {(ratios) => (
          <>
            <DataTable<Rate> label="投诉率" columns={columnsOf(ratios)} rows={RATES} />
            <p className="ap-muted cs-note">
              不计：已并入另一件的重复投诉。监管转办与本公司受理各自统计，不相加。历史导入不计入投诉率。
            </p>
          </>
        )}
      </Answered>
    </Panel>
  )
}

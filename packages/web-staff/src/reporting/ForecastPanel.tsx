/** 预计办结准不准: how far off the expected finish was for the claims closed in the last month (CLM-14). */
import { viewForecast } from '@anpei/contract/reporting'
import type { Answer } from '@anpei/contract/kernel'
import type { ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { Answered, Empty, Panel } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { daysText } from './ledger-words.ts'

type Forecast = Answer<typeof viewForecast>
type Tested = NonNullable<NonNullable<Forecast['learnt']>['tested']>

export function ForecastPanel(): ReactElement {
  const found = useCall(viewForecast, {})
  return (
    <Panel title="预计办结准不准" flush>
      <Answered of={found}>{(answer) => <Learnt of={answer} />}</Answered>
    </Panel>
  )
}

function Learnt({ of: { learnt, neededClaims } }: { of: Forecast }): ReactElement {
  if (learnt === null || learnt.claims === 0) {
    return <Empty>还没有可学的结案案件。每晚从近12个月结案的案件学习，至少要有 {neededClaims} 件。</Empty>
  }
  return (
    <>
      {learnt.tested === null ? (
        <p className="le-note">近一个月和此前各至少要有 {neededClaims} 件结案，才能检验准不准。</p>
      ) : (
        <Result tested={learnt.tested} />
      )}
      <p className="ap-muted le-note">
        {instantText(learnt.at)} 从近12个月结案的 {learnt.claims.toLocaleString('en-US')}{' '}
        件学得；检验时只用一个月以前结案的来预计近一个月结案的。
      </p>
    </>
  )
}

function Result({ tested }: { tested: Tested }): ReactElement {
  const better = tested.errorDays < tested.plainErrorDays
  return (
    <p className="le-note">
      近一个月结案 {tested.claims.toLocaleString('en-US')} 件：预计与实际一般相差{' '}
      <strong>{daysText(tested.errorDays)}</strong> 个工作日；若一律按总的中位数说，相差{' '}
      {daysText(tested.plainErrorDays)} 个（{better ? '现在的办法更准' : '现在的办法没有更准'}）。实际落在所说“多数在”
      日期之内的占 <strong>{Math.round(tested.withinBps / 100)}%</strong>（应为 75%～85%）。
    </p>
  )
}

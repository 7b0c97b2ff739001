/** From which month to which; what both pages of figures ask first. */
import { firstOfNextMonth, addDays } from '@anpei/domain/kernel'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { ReactElement } from 'react'
import type { SearchState } from '../../kit/index.ts'
import { today } from '../../kernel/index.ts'

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** This year so far, unless the address says otherwise. */
export function monthsOf({ get }: Pick<SearchState, 'get'>): { from: string; to: string } {
  const now = today()
  const [from = '', to = ''] = [get('from'), get('to')]
  return { from: MONTH.test(from) ? from : `${now.slice(0, 4)}-01`, to: MONTH.test(to) ? to : now.slice(0, 7) }
}

/** The days of these months. */
export function daysOf({ from, to }: { from: string; to: string }): { from: string; to: string } {
  return { from: `${from}-01`, to: addDays(firstOfNextMonth(`${to}-01`), -1) }
}

export function MonthRange({ search }: { readonly search: SearchState }): ReactElement {
  const { from, to } = monthsOf(search)
  return (
    <DatePicker.RangePicker
      picker="month"
      allowClear={false}
      aria-label="收到投诉的月份"
      value={[dayjs(from), dayjs(to)]}
      onChange={(range) => {
        const [first, last] = range ?? []
        if (first && last) search.set({ from: first.format('YYYY-MM'), to: last.format('YYYY-MM') })
      }}
    />
  )
}

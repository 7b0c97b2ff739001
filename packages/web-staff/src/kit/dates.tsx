/** Days and instants by picker or typed; on the outside they are plain texts, `YYYY-MM-DD` and `YYYY-MM-DDTHH:mm`. */
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import type { KeyboardEvent, ReactElement } from 'react'

dayjs.locale('zh-cn')

const DAY_FORMATS = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/M/D', 'YYYY.M.D']

/** Enter takes the typed day; it does not send the form that the day is a part of. */
function takeOnly(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault()
}

type DayProps = { id?: string; value?: string; onChange?: (day: string) => void; max?: string }

export function DayInput({ id, value, onChange, max }: DayProps): ReactElement {
  return (
    <DatePicker
      className="ap-day"
      {...(id ? { id } : {})}
      {...(max ? { maxDate: dayjs(max) } : {})}
      format={DAY_FORMATS}
      placeholder="年-月-日"
      value={value ? dayjs(value) : null}
      onKeyDown={takeOnly}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : '')}
    />
  )
}

type InstantProps = { id?: string; value?: string; onChange?: (text: string) => void }

export function InstantInput({ id, value, onChange }: InstantProps): ReactElement {
  return (
    <DatePicker
      className="ap-day"
      {...(id ? { id } : {})}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      placeholder="年-月-日 时:分"
      value={value ? dayjs(value) : null}
      onKeyDown={takeOnly}
      onChange={(at) => onChange?.(at ? at.format('YYYY-MM-DDTHH:mm') : '')}
    />
  )
}

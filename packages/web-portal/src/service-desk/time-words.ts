/** The hour on a clock in Shanghai, with the day where it is another one. */
const HOUR = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })
const DAY = { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' } as const

export function timeWords(at: string, language: 'zh' | 'en', now = new Date()): string {
  const instant = new Date(at)
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', DAY)
  const isToday = day.format(instant) === day.format(now)
  return isToday ? HOUR.format(instant) : `${day.format(instant)} ${HOUR.format(instant)}`
}

/** What a report begins with when a request becomes one: nothing that was said is asked again (SRV-01). */
import type { RequestView } from '@anpei/contract/service-desk'
import type { Cause, Relation } from '@anpei/domain/claims'
import type { ClaimKind } from '@anpei/domain/programme'
import { dayOfInstant } from '@anpei/domain/kernel'
import type { ReportForm } from '../claims/index.ts'

const MOST = 2000
const MOST_OF_VISIT = 500

type Said = Pick<RequestView, 'contact' | 'person' | 'messages'>

/** Reads a day that was said: 11月12日, 11.12, 昨天, 前天, 今天; else the day is left to be asked. */
export function saidDay(text: string, on: string): string | undefined {
  const back = text.includes('前天') ? 2 : text.includes('昨天') ? 1 : /今天|今早|刚才|刚刚/.test(text) ? 0 : null
  if (back !== null) return new Date(Date.parse(on) - back * 86_400_000).toISOString().slice(0, 10)
  const found = /(?<!\d)(\d{1,2})\s*[月./]\s*(\d{1,2})\s*[日号]?/.exec(text)
  if (!found) return undefined
  const [month, day] = [found[1] ?? '', found[2] ?? ''].map((part) => part.padStart(2, '0'))
  const year = Number(on.slice(0, 4))
  const days = [year, year - 1].map((each) => `${each}-${month}-${day}`)
  return days.find((each) => each <= on && isDay(each))
}

function isDay(text: string): boolean {
  const at = new Date(text)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** What the words say; what they do not say is left to whoever asks. */
function causeOf(text: string): Cause {
  if (/车祸|撞|交通|摩托|电动车/.test(text)) return 'traffic'
  if (/摔|跌|滑倒|绊/.test(text)) return 'fall'
  if (/砸|坠/.test(text)) return 'falling_object'
  return /磕|碰/.test(text) ? 'bump' : 'other'
}

function kindsOf(text: string): ClaimKind[] {
  const said: ClaimKind[] = []
  if (/身故|去世|过世|死亡|走了/.test(text)) said.push('death')
  if (/伤残|残疾|瘫/.test(text)) said.push('disability')
  if (/住院|入院|住[进在到].{0,16}医院/.test(text)) said.push('hospital')
  return said
}

function hospitalOf(text: string): string {
  return /(?:[进在到去]|送往)了?((?:(?![进在到去]|送往)[\u4e00-\u9fff]){0,14}?医院)/.exec(text)?.[1] ?? ''
}

/** What whoever goes there is told: the customer's own words. */
export function whyOf(messages: Said['messages']): string {
  const said = messages.filter((one) => one.direction === 'in').map(wordsOf)
  return said.join('\n').slice(0, MOST_OF_VISIT)
}

/** 我妈摔倒了: the one who was hurt is not the one who writes; null where the words speak of no one else. */
function kinOf(text: string): Relation | null {
  if (/[我俺](?:家)?(?:的)?(?:老伴|老公|老婆|丈夫|妻子)/.test(text)) return 'spouse'
  if (/[我俺](?:家)?(?:的)?(?:阿|老)?(?:妈|爸|爹|娘|母亲|父亲)/.test(text)) return 'child'
  if (/[我俺]家(?:的)?老人|家里(?:的)?老人/.test(text)) return 'relative'
  return /[我俺](?:家)?(?:的)?(?:阿公|阿嬷|爷爷|奶奶|外公|外婆|岳父|岳母|公公|婆婆)/.test(text) ? 'relative' : null
}

/** What the desk itself put beside the customer's words is none of them. */
function wordsOf({ text }: Pick<Said['messages'][number], 'text'>): string {
  return text.replace(/\n?［附件“[^”]*”没有保存：[^］]*］/g, '').trim()
}

/** The mobile number somebody left, where none is known. */
function phoneIn(text: string): string {
  return /(?<!\d)1[3-9]\d{9}(?!\d)/.exec(text)?.[0] ?? ''
}

export function reportOf({ contact, person, messages }: Said): ReportForm {
  const said = messages.filter((one) => one.direction === 'in')
  const narrative = said.map(wordsOf).join('\n')
  const first = said[0]
  const phone = contact.phoneMasked === '' ? phoneIn(narrative) : ''
  const kin = kinOf(narrative)
  const self = person === null ? kin === null : contact.name === '' || contact.name === person.name
  return {
    statedName: person === null && self ? contact.name : '',
    reporter: { name: contact.name || (person?.name ?? ''), phone, relation: self ? 'self' : (kin ?? 'child') },
    accident: {
      // Nobody said it: it is asked, for the cover is judged by it.
      accidentOn: (first && saidDay(narrative, dayOfInstant(first.at))) ?? '',
      cause: causeOf(narrative),
      vehicle: 'none',
      kinds: kindsOf(narrative),
      hospital: hospitalOf(narrative),
      narrative: narrative.slice(0, MOST),
    },
  }
}

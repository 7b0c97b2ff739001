/** RPT-01, RPT-02, SRV-05: how the desk keeps what it promises, whole and by agent, institution or channel. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { getDeskMetrics as route } from '@anpei/contract/service-desk'
import { addDays, daysBetween, ok, refuse, startOfDay, type Decision } from '@anpei/domain/kernel'
import { REQUEST_CHANNELS, shareOf } from '@anpei/domain/service-desk'
import type { Tx } from '../../http/index.ts'
import { topicName } from '../desk-data.ts'
import {
  countCalls,
  countRequests,
  countTopics,
  namesOf,
  type By,
  type CallCounts,
  type RequestCounts,
} from './views-metrics.ts'

const MOST_DAYS = 370
const NO_CALLS = { calls: 0, answered: 0, inTime: 0, backKept: 0, backDecided: 0 }
const NO_REQUESTS = { requests: 0, kept: 0, decided: 0, hours: null, solved: 0, atOnce: 0, reopened: 0 }

export async function getDeskMetrics(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { fromOn, toOn, by } = query
  const days = daysBetween(fromOn, toOn)
  if (days < 0 || days > MOST_DAYS) return refuse('desk.span_wrong', { most: MOST_DAYS })
  const span = { from: startOfDay(fromOn), before: startOfDay(addDays(toOn, 1)) }
  const [calls, requests, topics, names] = await Promise.all([
    countCalls(tx, span, by),
    countRequests(tx, span, by),
    countTopics(tx, span),
    nameBy(tx, by),
  ])
  const whole = figures(calls.find(isWhole), requests.find(isWhole))
  const keys = new Set([...calls, ...requests].flatMap((one) => (one.isWhole || one.key === null ? [] : [one.key])))
  const groups = [...keys].map((key) => ({
    id: key,
    name: names(key),
    ownerId: by === 'agent' ? key : null,
    ...figures(
      calls.find((one) => one.key === key),
      requests.find((one) => one.key === key),
    ),
  }))
  return ok({
    total: whole,
    groups: groups.toSorted((one, other) => other.requests + other.calls - one.requests - one.calls),
    topics: topics.map(({ topic, count }) => ({
      code: topic,
      name: topic === null ? '还没有归类' : topicName(topic),
      share: shareOf(count, whole.requests),
    })),
  })
}

function isWhole(counts: { readonly isWhole: boolean }): boolean {
  return counts.isWhole
}

async function nameBy(tx: Tx, by: By): Promise<(key: string) => string> {
  if (by === 'channel') return (key) => Object.entries(REQUEST_CHANNELS).find(([name]) => name === key)?.[1] ?? key
  const names = await namesOf(tx, by)
  return (key) => names.get(key) ?? '已离开'
}

function figures(
  calls: Omit<CallCounts, 'key' | 'isWhole'> = NO_CALLS,
  requests: Omit<RequestCounts, 'key' | 'isWhole'> = NO_REQUESTS,
) {
  return {
    calls: calls.calls,
    answered: shareOf(calls.answered, calls.calls),
    answeredInTime: shareOf(calls.inTime, calls.calls),
    calledBackInTime: shareOf(calls.backKept, calls.backDecided),
    requests: requests.requests,
    repliedInTime: shareOf(requests.kept, requests.decided),
    firstAnswerHours: requests.hours === null ? null : Math.round(requests.hours * 10) / 10,
    solvedAtOnce: shareOf(requests.atOnce, requests.solved),
    reopened: shareOf(requests.reopened, requests.solved),
  }
}

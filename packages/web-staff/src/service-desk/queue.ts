/** Which requests a list shows: the queue and the filters of an address (SRV-04). */
import type { listRequests } from '@anpei/contract/service-desk'
import type { Answer, Sent } from '@anpei/contract/kernel'
import { REQUEST_CHANNELS, REQUEST_KINDS, requestLifecycle } from '@anpei/domain/service-desk'
import { keyIn } from '../kit/index.ts'

export const QUEUES = { mine: '我的', team: '本机构', unassigned: '无人受理', all: '全部' } as const
export type Row = Answer<typeof listRequests>['items'][number]
export type Queue = keyof typeof QUEUES
export type Query = NonNullable<Sent<typeof listRequests>['query']>

const STATES = { ...requestLifecycle.states, open: null, ended: null } as const

type Read = (name: string) => string | undefined

export function queueOf(get: Read): Queue {
  return keyIn(QUEUES, get('queue')) ?? 'mine'
}

/** Without a wish: what still waits for somebody. */
export function queryOf(get: Read, limit: number, cursor: string | undefined): Query {
  const query: Query = {
    queue: queueOf(get),
    state: keyIn(STATES, get('state')) ?? 'open',
    kind: keyIn(REQUEST_KINDS, get('kind')),
    channel: keyIn(REQUEST_CHANNELS, get('channel')),
    topic: get('topic'),
    ownerId: get('owner'),
    q: get('q'),
    sort: get('sort') === 'newest' ? 'newest' : 'due',
    limit,
    cursor,
  }
  return query
}

export function whoOf({ name }: Pick<Row, 'name'>): string {
  return name || '没有留姓名'
}

/** The address of a request that remembers the list it was opened from. */
export function addressOf(row: Pick<Row, 'id'>, params: URLSearchParams): string {
  const kept = new URLSearchParams(params)
  kept.delete('tab')
  const text = kept.toString()
  return text === '' ? `/desk/${row.id}` : `/desk/${row.id}?${text}`
}

/** Which requests a list shows: the queue and the filters of an address (SRV-04). */
import type { listRequests } from '@anpei/contract/service-desk'
import type { Answer, Sent } from '@anpei/contract/kernel'
import { REQUEST_CHANNELS, REQUEST_KINDS, requestLifecycle } from '@anpei/domain/service-desk'
import { keyIn } from '../kit/index.ts'

export const QUEUES = { mine: '我的', team: '本机构', unassigned: '无人受理', all: '全部' } as const
export type Row = Answer<typeof listRequests>['items'][number]
export type Queue = keyof typeof QUEUES
export type Query = NonNullable<Sent<typeof listRequests>['query']>

const FIGURES = { reopened: '重开过', once: '一次解决' } as const
const STATES = { ...requestLifecycle.states, open: null, ended: null } as const

type Read = (name: string) => string | undefined

export function queueOf(get: Read): Queue {
  return keyIn(QUEUES, get('queue')) ?? 'mine'
}

/** Those behind a figure: what is said above the list. */
export function behindOf(get: Read): string | null {
  const [from, to, figure] = [get('from'), get('to'), keyIn(FIGURES, get('figure'))]
  return from && to ? `${from} 至 ${to} 收到${figure ? `，${FIGURES[figure]}` : ''}` : null
}

/** Without a wish: what still waits for somebody; of a span of days all that were received. */
export function queryOf(get: Read, limit: number, cursor: string | undefined): Query {
  const query: Query = {
    queue: queueOf(get),
    state: keyIn(STATES, get('state')) ?? (get('from') ? undefined : 'open'),
    kind: keyIn(REQUEST_KINDS, get('kind')),
    channel: keyIn(REQUEST_CHANNELS, get('channel')),
    topic: get('topic'),
    ownerId: get('owner'),
    institutionId: get('institution'),
    fromOn: get('from'),
    toOn: get('to'),
    figure: keyIn(FIGURES, get('figure')),
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

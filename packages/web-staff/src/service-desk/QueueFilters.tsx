/** Filters of the queue, kept in the address. */
import { listTopics } from '@anpei/contract/service-desk'
import { REQUEST_CHANNELS, REQUEST_KINDS, requestLifecycle } from '@anpei/domain/service-desk'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { choicesOf, keyIn, Pick, SearchField, stateChoices, Tag, type SearchState } from '../kit/index.ts'
import { behindOf } from './queue.ts'

const FILTERS = ['q', 'kind', 'channel', 'topic', 'state', 'sort', 'owner', 'institution', 'from', 'to', 'figure']
const STATES = [...stateChoices(requestLifecycle), { value: 'ended', label: '全部已了结' }]
const SORTS = { due: '先到期的在前', newest: '新的在前' } as const

export function QueueFilters({ search }: { search: SearchState }): ReactElement {
  const topics = useCall(listTopics, {}).shown?.items ?? []
  const clear = Object.fromEntries(FILTERS.map((name) => [name, undefined]))
  const behind = behindOf(search.get)
  return (
    <div className="ap-filters">
      {behind === null ? null : <Tag icon="clock">{behind}</Tag>}
      <SearchField search={search} name="q" label="编号、电话或姓名" />
      <Pick
        label="类别"
        value={keyIn(REQUEST_KINDS, search.get('kind'))}
        choices={choicesOf(REQUEST_KINDS)}
        onChange={(kind) => {
          search.set({ kind })
        }}
      />
      <Pick
        label="渠道"
        value={keyIn(REQUEST_CHANNELS, search.get('channel'))}
        choices={choicesOf(REQUEST_CHANNELS)}
        onChange={(channel) => {
          search.set({ channel })
        }}
      />
      <Pick
        label="主题"
        value={search.get('topic')}
        choices={topics.map(({ code, name, groupName }) => ({ value: code, label: `${groupName}：${name}` }))}
        onChange={(topic) => {
          search.set({ topic })
        }}
      />
      <Pick
        label={behind === null ? '状态：未了结' : '状态：全部'}
        value={search.get('state')}
        choices={STATES}
        onChange={(state) => {
          search.set({ state })
        }}
      />
      <Pick
        label="先到期的在前"
        value={keyIn(SORTS, search.get('sort'))}
        choices={choicesOf(SORTS)}
        onChange={(sort) => {
          search.set({ sort })
        }}
      />
      {FILTERS.some((name) => search.get(name) !== undefined) ? (
        <Button
          type="link"
          onClick={() => {
            search.set(clear)
          }}
        >
          清空筛选
        </Button>
      ) : null}
    </div>
  )
}

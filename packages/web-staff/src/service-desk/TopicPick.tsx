/** What the enquiry was about: sixty in a hundred ask about products, and the mix is counted (SRV-08). */
import { classifyRequest, listTopics, type RequestView } from '@anpei/contract/service-desk'
import { Select } from 'antd'
import type { ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { FaultNote, Panel } from '../kit/index.ts'

export function TopicPick({ request }: { request: RequestView }): ReactElement {
  const topics = useCall(listTopics, {}).shown?.items ?? []
  const classify = useCommand(classifyRequest)
  const groups = [...new Set(topics.map((one) => one.groupName))].map((label) => ({
    label,
    title: label,
    options: topics.filter((one) => one.groupName === label).map(({ code, name }) => ({ value: code, label: name })),
  }))
  return (
    <Panel title="归类">
      <FaultNote fault={classify.fault} />
      {request.can.includes('classify') ? (
        <Select<string>
          className="dk-topic"
          aria-label="主题"
          placeholder="客户问的是什么"
          value={request.topic?.code ?? null}
          options={groups}
          loading={classify.busy}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(topic) => {
            void classify.run({ params: { requestId: request.id }, body: { topic } })
          }}
        />
      ) : (
        request.topic?.name
      )}
    </Panel>
  )
}

/** What the enquiry was about: sixty in a hundred ask about products, and the mix is counted (SRV-08). */
import { classifyRequest, type RequestView } from '@anpei/contract/service-desk'
import type { ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { FaultNote, Panel } from '../kit/index.ts'
import { TopicSelect } from './TopicSelect.tsx'

export function TopicPick({ request }: { request: RequestView }): ReactElement {
  const classify = useCommand(classifyRequest)
  return (
    <Panel title="归类">
      <FaultNote fault={classify.fault} />
      {request.can.includes('classify') ? (
        <TopicSelect
          value={request.topic?.code ?? null}
          busy={classify.busy}
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

/** All papers of a person, whatever matter they came with (CUS-02). */
import { getPersonPaper, listPersonPapers } from '@anpei/contract/customers'
import type { Answer } from '@anpei/contract/kernel'
import { useState, type ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { Answered, Empty, Pager, Panel, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

type Paper = Answer<typeof listPersonPapers>['items'][number]
const SIZE = 20
const SUBJECTS: Readonly<Record<string, string>> = {
  claim: '赔案',
  report: '报案',
  proxy: '委托授权',
  person: '客户资料',
  complaint: '投诉',
  visit: '上门',
  introduction: '产品介绍',
}

export function PapersPanel({ personId }: { personId: string }): ReactElement {
  const [trail, setTrail] = useState<readonly string[]>([])
  const found = useCall(listPersonPapers, { params: { personId }, query: { limit: SIZE, cursor: trail.at(-1) } })
  return (
    <Panel title="资料" flush>
      <Answered of={found}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty>还没有收到这位客户的资料。</Empty>
          ) : (
            <>
              {page.items.map((paper) => (
                <PaperCard key={paper.id} personId={personId} paper={paper} />
              ))}
              <Pager page={page} trail={trail} onTrail={setTrail} size={SIZE} />
            </>
          )
        }
      </Answered>
    </Panel>
  )
}

function PaperCard({ personId, paper }: { personId: string; paper: Paper }): ReactElement {
  const address = (fileId: string): string =>
    getPersonPaper.path.replace(':personId', personId).replace(':fileId', fileId)
  return (
    <div className="cu-card">
      <div>
        <strong>{paper.title}</strong>　{paper.verdict === 'accepted' ? <Tag tone="green">合格</Tag> : null}
        {paper.verdict === 'rejected' ? <Tag tone="red">不合格</Tag> : null}
        <p className="ap-muted ap-small">
          {SUBJECTS[paper.subject.kind] ?? '其他'}　{instantText(paper.receivedAt)}
          {paper.recordedBy ? `　${paper.recordedBy}收` : ''}
        </p>
      </div>
      <span className="ap-row">
        {paper.files.map((file, at) => (
          <a key={file.id} href={address(file.id)} target="_blank" rel="noreferrer">
            {paper.files.length > 1 ? `第 ${at + 1} 份` : '打开'}
          </a>
        ))}
      </span>
    </div>
  )
}

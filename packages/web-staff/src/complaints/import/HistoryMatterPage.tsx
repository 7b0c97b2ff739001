/** One past complaint: the words of its source beside ours, and what later files changed of it (CMP-13). */
import { getHistory } from '@anpei/contract/complaints'
import type { Answer } from '@anpei/contract/kernel'
import type { ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall } from '../../client/index.ts'
import { Answered, Empty, Facts, PageHead, Panel, Tag } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { WhoseHistory } from './WhoseHistory.tsx'
import '../complaints.css'

type Matter = Answer<typeof getHistory>

export default function HistoryMatterPage(): ReactElement {
  const { historyId = '' } = useParams()
  const found = useCall(getHistory, { params: { historyId } })
  return (
    <>
      <PageHead
        title={found.shown ? `历史投诉 ${found.shown.externalNo}` : '历史投诉'}
        note="导入的历史，不是在办事项。"
      >
        <Link to="/complaint-history">全部历史投诉</Link>
      </PageHead>
      <Answered of={found}>{(one) => <Whole one={one} />}</Answered>
    </>
  )
}

function Whole({ one }: { one: Matter }): ReactElement {
  const own = (words: readonly string[]) => (words.length === 0 ? '—' : words.join('；'))
  return (
    <div className="ap-stack">
      <Panel title="内容" acts={<Tag tone="grey">历史导入</Tag>}>
        <Facts
          facts={[
            { label: '投诉人', value: one.name || '未写' },
            { label: '收到', value: one.receivedOn },
            { label: '办结', value: one.closedOn ?? '来源未写' },
            { label: '用时', value: one.days === null ? '—' : `${one.days} 个自然日` },
            { label: '事由', value: own(one.causeWords) },
            { label: '事由（来源用词）', value: own(one.reasonWords) },
            { label: '结果', value: one.outcomeWord ?? '—' },
            { label: '结果（来源用词）', value: own(one.outcomeWords) },
            { label: '险种或产品', value: one.product || '—' },
            { label: '被投诉机构', value: one.company || '—' },
            { label: '渠道', value: one.channelWord || '—' },
            { label: '地区', value: one.region || '—' },
            { label: '来源中的状态', value: one.stateWord || '—' },
            { label: '机构与编号系列', value: `${one.institutionName}　${one.series}` },
            { label: '导入', value: `${one.fileName}　${instantText(one.importedAt)}` },
          ]}
        />
        {one.matter ? <p className="cm-words">{one.matter}</p> : null}
      </Panel>
      <WhoseHistory one={one} />
      <Panel title="更新记录">
        {one.changes.length === 0 ? <Empty>后来的文件没有改过这一件。</Empty> : null}
        <ul className="cm-entries">
          {one.changes.map((change) => (
            <li key={change.at}>
              <strong>{change.fileName}</strong>　{instantText(change.at)}
              <ul>
                {change.fields.map(({ title, before }) => (
                  <li key={title}>
                    {title}：原为“{before || '空'}”
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

/** How the complainant was contacted, what they added, and what was noted, newest first (T22, CMP-03). */
import { getComplaintFile, type ComplaintView } from '@anpei/contract/complaints'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useDownload } from '../client/index.ts'
import { Empty, FaultNote, Panel, saveFile, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

type Entry = ComplaintView['entries'][number]
const SHOWN: readonly Entry['kind'][] = ['contact', 'new_facts', 'note', 'evidence']

export function Contacts({ view }: { view: ComplaintView }): ReactElement {
  const entries = view.entries.filter((one) => SHOWN.includes(one.kind)).toReversed()
  return (
    <Panel title="联系与补充">
      {entries.length === 0 ? (
        <Empty>还没有联系投诉人，请尽快联系。</Empty>
      ) : (
        <ol className="cm-entries">
          {entries.map((entry) => (
            <li key={entry.id}>
              <p className="ap-row">
                <Tag tone="blue">{entry.kindWord}</Tag>
                {entry.successful === null ? null : (
                  <Tag tone={entry.successful ? 'green' : 'amber'}>{entry.successful ? '联系上' : '没有联系上'}</Tag>
                )}
                <span className="ap-small ap-muted">
                  {instantText(entry.at)}　{entry.by}　{entry.place}　{entry.with}
                </span>
              </p>
              <p className="cm-words">{entry.text}</p>
              <FileLinks complaintId={view.id} files={entry.files} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

type FilesProps = { readonly complaintId: string; readonly files: Entry['files'] }

export function FileLinks({ complaintId, files }: FilesProps): ReactElement | null {
  const load = useDownload(getComplaintFile)
  if (files.length === 0) return null
  return (
    <span className="cm-files">
      {files.map(({ id, fileName }) => (
        <Button
          key={id}
          type="link"
          size="small"
          loading={load.busy}
          onClick={() => {
            load.get({ params: { complaintId, fileId: id } }, (file) => saveFile(file, fileName))
          }}
        >
          {fileName}
        </Button>
      ))}
      <FaultNote fault={load.fault} />
    </span>
  )
}

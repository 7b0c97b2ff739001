/** What was written into the file of a complaint, each with its papers to open (CMP-06). */
import { getComplaintFile, type ComplaintEntryView as Entry } from '@anpei/contract/complaints'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useDownload } from '../client/index.ts'
import { FaultNote, saveFile, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

type Props = { readonly complaintId: string; readonly entries: readonly Entry[] }

export function EntryList({ complaintId, entries }: Props): ReactElement {
  return (
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
          <FileLinks complaintId={complaintId} files={entry.files} />
        </li>
      ))}
    </ol>
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

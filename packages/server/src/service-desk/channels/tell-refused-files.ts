/**
 * SRV-03: who sent files that could not be kept is told which and why, once a request, so that nobody waits for papers
 * we do not have. It goes out like every notice; a machine that sent them is told nothing.
 */
import { fill, type Tx } from '../../http/index.ts'
import { queueMail } from '../../notifications/index.ts'
import { refusedFilesOf } from './store-mail.ts'

const MOST = 10

type Taken = { readonly requestId: string; readonly requestNo: string; readonly messageNo: number }

export async function tellRefusedFiles(tx: Tx, { requestId, requestNo, messageNo }: Taken, to: string): Promise<void> {
  const refused = await refusedFilesOf(tx, requestId, messageNo)
  if (refused.length === 0) return
  const lines = refused.slice(0, MOST).map(({ name, code }) => {
    const why = fill(tx.app.refusalTexts(code).zh, { file: name, limit: '8 MB' })
    return `${name}：${why}`
  })
  await queueMail(tx, {
    subject: { kind: 'request', id: requestId },
    template: 'desk_files_refused',
    to,
    text: [
      `您的来信已经收到，服务单号 ${requestNo}。以下附件没有接收：`,
      ...lines,
      '请改用照片（JPG、PNG）或 PDF，每个不超过 8 MB，直接回复本邮件再发一次。',
    ].join('\n'),
  })
}

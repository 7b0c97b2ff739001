/** Asks why somebody wants to hear a call, plays it, and says what the caller was told of the recording (CUS-06). */
import { playRecording, type CallView } from '@anpei/contract/service-desk'
import { RECORDING_NOTICES } from '@anpei/domain/service-desk'
import { Modal } from 'antd'
import { useEffect, useState, type ReactElement } from 'react'
import { useDownload } from '../../client/index.ts'
import { RevealDialog, useFocusBack } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'

export function RecordingDialog({ call, onClose }: { call: CallView; onClose: () => void }): ReactElement {
  const recording = useDownload(playRecording)
  const [address, setAddress] = useState<string | null>(null)
  useFocusBack()
  useEffect(
    () => () => {
      if (address !== null) URL.revokeObjectURL(address)
    },
    [address],
  )
  const title = `${call.lineWord} ${instantText(call.rangAt)} 的录音`
  if (address === null)
    return (
      <RevealDialog
        title={title}
        label="为什么要听"
        okText="听录音"
        busy={recording.busy}
        fault={recording.fault}
        onClose={onClose}
        onAsk={(reason) => {
          recording.get({ params: { callId: call.id }, body: { reason } }, (file) => {
            setAddress(URL.createObjectURL(file))
          })
        }}
      />
    )
  return (
    <Modal title={title} open onCancel={onClose} footer={null} destroyOnHidden>
      <p>{consentOf(call)}</p>
      <audio className="dk-sound" controls autoPlay src={address} aria-label={title} />
    </Modal>
  )
}

function consentOf({ recordingNotice }: CallView): string {
  return recordingNotice === null
    ? '这条线路在通话前播放录音提示。'
    : `这通电话里：${RECORDING_NOTICES[recordingNotice]}。`
}

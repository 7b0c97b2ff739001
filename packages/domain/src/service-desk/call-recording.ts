/**
 * SRV-03, CUS-06, 个人信息保护法 13, 14, 17: a voice is personal data. A recording is kept only where the caller was told
 * of it and stayed (the announcement that the line plays) or agreed; who declined is not recorded, whatever the line
 * plays. Where nobody knows, it is not kept.
 */
export const RECORDING_NOTICES = { announced: '已播放录音提示', agreed: '客户同意', declined: '客户不同意' } as const
/** What became of the recording of a call. */
export const CALL_RECORDINGS = {
  none: '没有录音',
  coming: '录音正在取',
  kept: '有录音',
  left: '录音未保存',
  gone: '录音没有取到',
} as const

export type CallRecording = keyof typeof CALL_RECORDINGS

/** `recording`: its address at the telephone system; `recordingFile`: it lies with us. */
export function recordingStand(told: {
  readonly recording: string
  readonly recordingFile?: string
  readonly recordingGone?: string
  readonly recordingLeft?: boolean
}): CallRecording {
  if (told.recordingFile !== undefined) return 'kept'
  if (told.recordingGone !== undefined) return 'gone'
  if (told.recording !== '') return 'coming'
  return told.recordingLeft ? 'left' : 'none'
}

export type RecordingNotice = keyof typeof RECORDING_NOTICES

/** `told`: what the telephone system says of this call; most say nothing. */
export function mayKeepRecording(told: RecordingNotice | null, lineAnnounces: boolean): boolean {
  return told === null ? lineAnnounces : told !== 'declined'
}

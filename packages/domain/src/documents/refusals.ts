/** Refusals about papers and files. */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const documentRefusals = {
  'file.too_large': {
    status: 413,
    zh: '文件超过 {limit}，请重新拍照或压缩后再传。',
    en: 'The file is larger than {limit}.',
  },
  'file.type_not_allowed': {
    status: 400,
    zh: '“{file}”不是照片或 PDF，不能上传。请上传 JPG、PNG、WEBP、HEIC 或 PDF。',
    en: '“{file}” is not a photo or PDF.',
  },
  'file.recording_not_allowed': {
    status: 400,
    zh: '“{file}”不是可用的录音或录像。录音请用 MP3、M4A、WAV 或 AMR，录像请用 MP4 或 WebM。',
    en: '“{file}” is no recording that can be taken.',
  },
  'file.prompt_not_allowed': {
    status: 400,
    zh: '“{file}”不能在电话里播放，请用 MP3 或 WAV。',
    en: '“{file}” cannot be played on a telephone: MP3 or WAV.',
  },
  'file.name_lies': {
    status: 400,
    zh: '“{file}”的内容与扩展名不符，为安全起见没有接收。',
    en: 'The content of “{file}” does not match its name.',
  },
  'file.empty': { status: 400, zh: '“{file}”是空文件，请重新上传。', en: '“{file}” is empty.' },
  'file.half_written': {
    status: 400,
    zh: '“{file}”不完整，像是没有传完，请重新拍照或重新上传。',
    en: '“{file}” is not complete; please send it again.',
  },
  'file.infected': {
    status: 400,
    zh: '“{file}”带有病毒，没有接收。请换一台设备或重新拍照。',
    en: 'A virus was found in “{file}”; it was not taken.',
  },
  'file.none': { status: 400, zh: '没有收到文件，请选择照片后再提交。', en: 'No file was received.' },
} as const satisfies RefusalCatalogue

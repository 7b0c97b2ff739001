/** The words of the chat, loaded with it. */
import { useLanguage } from '../i18n/index.ts'

const zh = {
  title: '在线和客服说',
  begin: '写下您想问的，客服看到就回您。关掉页面也不会丢，今天之内再打开还在。',
  said: '说过的话',
  write: '您想说什么',
  send: '发出去',
  sending: '正在发……',
  empty: '还没有写字。',
  next: '客服马上看到您的话。',
  taken: '已经有客服在办您这件。',
  ahead: (n: number) => `前面还有 ${n} 位在等。`,
  by: (time: string) => `最晚 ${time} 回您。`,
  late: '让您久等了。可以打电话，或者请我们打给您。',
  offDuty: (time: string) => `现在没有人值班，${time} 开始有人。您的话我们收到了；急事请打电话。`,
  offDutyNow: '现在没有人值班。您的话我们收到了；急事请打电话。',
  no: (requestNo: string) => `编号 ${requestNo}`,
  ended: '这次咨询已经办完。还有问题，接着写就行。',
  photo: '要发的照片',
  phoneTitle: '请客服打电话给我',
  phone: '您的电话号码',
  speak: '您想讲什么话',
  speaks: { zh: '普通话', teochew: '潮汕话' },
  ask: '请打给我',
  asked: (phone: string, time: string) => `好的，最晚 ${time} 打给 ${phone}。`,
  askedPlain: (phone: string) => `好的，我们会打给 ${phone}。`,
  file: (name: string) => `（照片：${name}）`,
}

type ChatTexts = typeof zh

const en: ChatTexts = {
  title: 'Chat with us',
  begin: 'Write what you would like to know; a person answers. It stays here for a day, even when you close the page.',
  said: 'So far',
  write: 'Your message',
  send: 'Send',
  sending: 'Sending …',
  empty: 'Nothing is written yet.',
  next: 'Somebody sees your message in a moment.',
  taken: 'Somebody is working on it.',
  ahead: (n) => `${n} before you.`,
  by: (time) => `You hear from us by ${time}.`,
  late: 'Sorry for the wait. Please ring us, or let us ring you.',
  offDuty: (time) =>
    `Nobody is on duty now; from ${time} on somebody is. We have your message; if it is urgent, ring us.`,
  offDutyNow: 'Nobody is on duty now. We have your message; if it is urgent, ring us.',
  no: (requestNo) => `Number ${requestNo}`,
  ended: 'This matter is closed. Just go on writing if there is more.',
  photo: 'Photos to send',
  phoneTitle: 'Please ring me',
  phone: 'Your telephone number',
  speak: 'Which language would you like to speak?',
  speaks: { zh: 'Mandarin', teochew: 'Teochew' },
  ask: 'Ring me',
  asked: (phone, time) => `We ring ${phone} by ${time}.`,
  askedPlain: (phone) => `We will ring ${phone}.`,
  file: (name) => `(photo: ${name})`,
}

export function useChatTexts(): ChatTexts {
  return useLanguage().language === 'en' ? en : zh
}

export {
  bytesText,
  countText,
  dueText,
  fenOfYuan,
  instantOfInput,
  instantText,
  today,
  todayText,
  yuan,
  yuanInput,
} from './format.ts'
export { keepServerTime, present } from './present.ts'
